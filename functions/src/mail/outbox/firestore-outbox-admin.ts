import type { Query, QueryDocumentSnapshot } from "firebase-admin/firestore";
import type { Database } from "../../database";
import { reach } from "../../firestore";
import { type MailState, mailStates, toEntry } from "./entry";
import { sendAgain } from "./life";
import type { MailTasks } from "./mail-tasks";
import type { ListedMail, OutboxAdmin } from "./outbox-admin";

/** How many entries are read at a time. */
const page = 100;

export function firestoreOutboxAdmin(database: Database, tasks: MailTasks): OutboxAdmin {
  const outbox = database.collection("outbox");
  const inState = (state: MailState): Query => outbox.where("state", "==", state);

  async function requeue(id: string): Promise<void> {
    await reach(outbox.doc(id).update(sendAgain(Date.now())));
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
      const newest = inState(state).orderBy("createdAt", "desc").limit(page);
      return (await reach(newest.get())).docs.map(toListed);
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
        const { docs } = await reach(inState("failed").limit(page).get());
        if (docs.length === 0) return count;
        await Promise.all(docs.map(({ id }) => requeue(id)));
        count += docs.length;
      }
    },
  };
}

function toListed(document: QueryDocumentSnapshot): ListedMail {
  const { kind, uid = "", address = uid, reason = "", ...entry } = toEntry(document.data());
  const { attempts, createdAt } = entry;
  return {
    ...{ id: document.id, kind, recipient: address, attempts, reason },
    createdAt: createdAt.toDate(),
  };
}
