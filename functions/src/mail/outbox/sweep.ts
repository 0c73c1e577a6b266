import type { MailQueue } from "./mail-queue";
import type { MailTasks } from "./mail-tasks";

/**
 * Enqueues overdue mails: those that were stored but never enqueued, abandoned by a worker that died, or lost by the
 * task queue. A duplicate task does no harm.
 *
 * @returns How many.
 * @throws {AuthError} `unavailable`. Mails that were already claimed are claimed again when they are due.
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
