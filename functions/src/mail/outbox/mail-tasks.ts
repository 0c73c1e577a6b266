import type { Functions } from "firebase-admin/functions";
import { withinDeadline } from "../../deadline";
import { AuthError, unavailable } from "../../errors";

/** The task function that sends what is in the outbox. */
const mailWorker = "sendMail";

/** What a task says: which entry of the outbox to send. */
export interface MailTask {
  id: string;
}

/** The task queue that hands entries of the outbox to the worker. */
export interface MailTasks {
  /** @throws {AuthError} `unavailable`. */
  enqueue(id: string): Promise<void>;
}

/** Enqueues with Cloud Tasks. */
export function cloudMailTasks(functions: () => Functions): MailTasks {
  return {
    async enqueue(id) {
      try {
        const queue = functions().taskQueue<MailTask>(mailWorker);
        await withinDeadline("The task queue", queue.enqueue({ id }));
      } catch (error) {
        throw error instanceof AuthError ? error : unavailable("The task queue", error);
      }
    },
  };
}
