import type { MailQueue } from "./mail-queue";
import type { MailTasks } from "./mail-tasks";

/**
 * Enqueues the mails that nobody has taken care of in time: written down but never enqueued, left by a
 * worker that died, or given up by a task queue that could not tell us. One too many does no harm.
 *
 * @returns How many.
 * @throws {AuthError} `unavailable`; those that were claimed by then are claimed again when they are due.
 */
export async function sweepMails(
  queue: Pick<MailQueue, "claimOverdue">,
  tasks: MailTasks,
): Promise<number> {
  let enqueued = 0;
  for (;;) {
    const ids = await queue.claimOverdue();
    if (ids.length === 0) return enqueued;
    await Promise.all(ids.map((id) => tasks.enqueue(id)));
    enqueued += ids.length;
  }
}
