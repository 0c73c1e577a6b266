import type { Functions } from "firebase-admin/functions";
import { withinDeadline } from "../../deadline";
import { AuthError, unavailable } from "../../errors";
import type { MailTask, MailTasks } from "./mail-tasks";

/** The task function that sends what is in the outbox. */
const mailWorker = "sendMail";

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
