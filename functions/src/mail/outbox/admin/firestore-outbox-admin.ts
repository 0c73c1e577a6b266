import type { DocumentSnapshot, Query } from "firebase-admin/firestore";
import type { Database } from "../../../database";
import { reach } from "../../../firestore";
import { type MailState, mailStates, toEntry } from "../entry";
import { sendAgain } from "../life";
import type { MailTasks } from "../mail-tasks";
import type { ListedMail, OutboxAdmin } from "./outbox-admin";
import { updateUnchanged } from "../update-unchanged";

/** How many failed entries are read at a time. */
const batch = 100;

export function firestoreOutboxAdmin(database: Database, tasks: MailTasks): OutboxAdmin {
  const outbox = database.collection("outbox");
  const inState = (state: MailState): Query => outbox.where("state", "==", state);

  /** Whoever sends it again at the same moment is the one who does; a mail is never sent twice. */
  async function requeue(found: DocumentSnapshot): Promise<boolean> {
    const { ref, updateTime } = found;
    if (!updateTime || found.get("state") !== "failed") return false;
    const isQueued = await updateUnchanged({ ref, updateTime }, sendAgain(Date.now()));
    // It is due at once: what can't be enqueued now, the sweeper enqueues.
    if (isQueued) await tasks.enqueue(ref.id).catch(() => undefined);
    return isQueued;
  }

  return {
    async count() {
      const counts = mailStates.map(async (state) => {
        const counted = await reach(inState(state).count().get());
        return [state, counted.data().count] as const;
      });
      return Object.fromEntries(await Promise.all(counts)) as Record<MailState, number>;
    },

    async list({ state, limit, after }) {
      const found: Query = state === undefined ? outbox : inState(state);
      let newest = found.orderBy("createdAt", "desc").limit(limit);
      if (after !== undefined) {
        const last = await reach(outbox.doc(after).get());
        // The entry has expired since, and so have all that follow it.
        if (!last.exists) return [];
        newest = newest.startAfter(last);
      }
      return (await reach(newest.get())).docs.map(toListed);
    },

    async retry(id) {
      const found = await reach(outbox.doc(id).get());
      return (await requeue(found)) ? toListed(found) : undefined;
    },

    async retryAll() {
      let count = 0;
      for (;;) {
        const { docs } = await reach(inState("failed").limit(batch).get());
        if (docs.length === 0) return count;
        count += (await Promise.all(docs.map(requeue))).filter(Boolean).length;
      }
    },
  };
}

function toListed(document: DocumentSnapshot): ListedMail {
  const { kind, state, uid, address, reason = "", ...entry } = toEntry(document.data() ?? {});
  const { attempts, createdAt, dueAt } = entry;
  return {
    ...{ id: document.id, kind, state, uid, address, attempts, reason },
    createdAt: createdAt.toDate(),
    dueAt: dueAt?.toDate(),
  };
}
