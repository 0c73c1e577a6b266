import type { Functions } from "firebase-admin/functions";
import { withinDeadline } from "../../deadline";
import { AuthError, unavailable } from "../../errors";
import type { MailTask, MailTasks } from "./mail-tasks";

/** Enqueues with Cloud Tasks, in the queue of a task function. */
export function cloudMailTasks(functions: () => Functions, queueName: string): MailTasks {
  return {
    async enqueue(id) {
      try {
        const queue = functions().taskQueue<MailTask>(queueName);
        await withinDeadline("The task queue", queue.enqueue({ id }));
      } catch (error) {
        throw error instanceof AuthError ? error : unavailable("The task queue", error);
      }
    },
  };
}
