import { FieldValue, type Firestore, Timestamp } from "firebase-admin/firestore";
import type { Functions } from "firebase-admin/functions";
import { withinDeadline } from "../deadline";
import { AuthError, unavailable } from "../errors";
import { reach } from "../firestore";
import type { MailKind, Outbox, WantedMail } from "./outbox";

/** The task function that sends what is in the outbox. */
export const mailWorker = "sendMail";

/** What a task says: which document of the outbox to send. */
export interface MailTask {
  id: string;
}

/** How long a mail is worth sending: an entry that is older goes, sent or not. */
const keptMilliseconds = 7 * 24 * 60 * 60 * 1000;

/** Writes wanted mails to `outbox/{id}` and enqueues a Cloud Tasks task for each. */
export function firestoreOutbox(firestore: Firestore, functions: () => Functions): Outbox {
  return {
    async add(mail) {
      const document = firestore.collection("outbox").doc();
      await reach(
        document.create({
          ...mail,
          state: "queued",
          attempts: 0,
          createdAt: FieldValue.serverTimestamp(),
          expireAt: Timestamp.fromMillis(Date.now() + keptMilliseconds),
        }),
      );
      await enqueue(functions(), { id: document.id });
    },
  };
}

async function enqueue(functions: Functions, task: MailTask): Promise<void> {
  try {
    const queue = functions.taskQueue<MailTask>(mailWorker);
    await withinDeadline("The task queue", queue.enqueue(task));
  } catch (error) {
    throw error instanceof AuthError ? error : unavailable("The task queue", error);
  }
}

/** The mails that are waiting, as the worker sees them. */
export interface MailQueue {
  /** Takes a mail to send it; `undefined` when it was sent already, was dropped, or is gone. */
  take(id: string): Promise<WantedMail | undefined>;
  /** Says how it ended. */
  finish(id: string, state: "delivered" | "dropped" | "queued"): Promise<void>;
}

export function firestoreMailQueue(firestore: Firestore): MailQueue {
  const document = (id: string) => firestore.collection("outbox").doc(id);
  return {
    async take(id) {
      return reach(
        firestore.runTransaction(async (transaction) => {
          const snapshot = await transaction.get(document(id));
          const data = snapshot.data();
          if (data?.state !== "queued") return undefined;
          transaction.update(document(id), { state: "sending", attempts: FieldValue.increment(1) });
          return {
            kind: data.kind as MailKind,
            address: data.address as string,
            locale: data.locale as string | null,
          };
        }),
      );
    },

    async finish(id, state) {
      await reach(document(id).update({ state }));
    },
  };
}
