import { type Firestore, type Query, Timestamp } from "firebase-admin/firestore";
import { reach } from "../../firestore";
import { keptMilliseconds } from "./retry-policy";
import { type Entry, type MailState, mailStates, outboxCollection, toEntry } from "./entry";
import type { MailKind } from "./outbox";
import type { MailTasks } from "./mail-tasks";

/** An entry as its keeper sees it. */
export interface ListedMail {
  id: string;
  kind: MailKind;
  /** Whom it is for: an address, or a uid. */
  recipient: string;
  attempts: number;
  reason: string;
  createdAt: Date;
}

/** Looks after the outbox, for whoever runs the project. Every method throws `unavailable` in an outage. */
export interface OutboxDesk {
  count(): Promise<Record<MailState, number>>;

  /** Mails in a state, at most 100, newest first. */
  list(state: MailState): Promise<ListedMail[]>;

  /** Sends a mail that failed again. Says whether there is such a mail. */
  retry(id: string): Promise<boolean>;

  /** Sends all mails that failed again, and says how many. */
  retryAll(): Promise<number>;
}

export function firestoreOutboxDesk(firestore: Firestore, tasks: MailTasks): OutboxDesk {
  const outbox = firestore.collection(outboxCollection);
  const inState = (state: MailState): Query => outbox.where("state", "==", state);

  /** Should the task queue be away, the sweeper finds it, for it is due. */
  async function requeue(id: string): Promise<void> {
    const now = Date.now();
    const fields: Partial<Entry> = {
      state: "queued",
      attempts: 0,
      dueAt: Timestamp.fromMillis(now),
      expireAt: Timestamp.fromMillis(now + keptMilliseconds),
    };
    await reach(outbox.doc(id).update(fields));
    await tasks.enqueue(id);
  }

  return {
    async count() {
      const counts = mailStates.map(async (state) => {
        const counted = await reach(inState(state).count().get());
        return [state, counted.data().count] as const;
      });
      return Object.fromEntries(await Promise.all(counts)) as Record<MailState, number>;
    },

    async list(state) {
      const { docs } = await reach(inState(state).limit(100).get());
      const mails = docs.map((document) => {
        const {
          kind,
          uid = "",
          address,
          reason = "",
          attempts,
          createdAt,
        } = toEntry(document.data());
        const recipient = address ?? uid;
        return {
          id: document.id,
          kind,
          recipient,
          attempts,
          reason,
          createdAt: createdAt.toDate(),
        };
      });
      return mails.sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
    },

    async retry(id) {
      const state: unknown = (await reach(outbox.doc(id).get())).get("state");
      if (state !== "failed") return false;
      await requeue(id);
      return true;
    },

    async retryAll() {
      let count = 0;
      for (;;) {
        const { docs } = await reach(inState("failed").limit(100).get());
        if (docs.length === 0) return count;
        await Promise.all(docs.map(({ id }) => requeue(id)));
        count += docs.length;
      }
    },
  };
}
