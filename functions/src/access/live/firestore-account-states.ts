import {
  AggregateField,
  type DocumentSnapshot,
  type Query,
  Timestamp,
} from "firebase-admin/firestore";
import type { Database } from "../../database";
import { reach } from "../../firestore";
import type { AccountState, AccountStates, StateReading } from "./account-state";

/** Documents in one reply: a first load of 50,000 then needs 17 round trips of about a megabyte. */
const pageSize = 3_000;

/** Reads account states from `authState/{uid}`. */
export function firestoreAccountStates(database: Database): AccountStates {
  const collection = database.collection("authState");
  const changedFrom = (since: number) =>
    collection.where("changedAt", ">=", Timestamp.fromMillis(since));

  return {
    async read(uid) {
      return accountStateOf(await reach(collection.doc(uid).get()));
    },

    changedSince(since) {
      return readPages(changedFrom(since).orderBy("changedAt"));
    },

    async tallySince(since) {
      const tally = { documents: AggregateField.count(), writes: AggregateField.sum("n") };
      const snapshot = await reach(changedFrom(since).aggregate(tally).get());
      return { ...snapshot.data(), readAt: snapshot.readTime.toMillis() };
    },

    pending() {
      return readPages(collection.where("marked", "==", true));
    },
  };
}

async function readPages(query: Query): Promise<StateReading> {
  const states = new Map<string, AccountState>();
  let readAt: number | undefined;
  let page = query.limit(pageSize);
  for (;;) {
    const snapshot = await reach(page.get());
    // The first page's time: what changes while the later ones are read is in the next reading.
    readAt ??= snapshot.readTime.toMillis();
    for (const document of snapshot.docs) {
      const state = accountStateOf(document);
      if (state) states.set(document.id, state);
    }
    const last = snapshot.docs.at(-1);
    if (!last || snapshot.size < pageSize) return { states, readAt };
    page = query.startAfter(last).limit(pageSize);
  }
}

/** Reads a state out of its document; `undefined` when there is none. */
export function accountStateOf(snapshot: DocumentSnapshot): AccountState | undefined {
  const data = snapshot.data();
  if (!data || !snapshot.updateTime) return undefined;
  const { validAfter, role, changedAt, endedSessions, n } = data as Record<string, unknown>;
  const updateTime = snapshot.updateTime;
  return {
    validAfter: validAfter instanceof Timestamp ? validAfter.seconds : null,
    role: typeof role === "string" || role === null ? role : undefined,
    disabled: data.disabled === true,
    deleted: data.deleted === true,
    closed: data.closed === true,
    pending: data.marked === true,
    changedAt: changedAt instanceof Timestamp ? changedAt.toMillis() : updateTime.toMillis(),
    ...(Array.isArray(endedSessions) && { endedSessions: endedSessions as number[] }),
    ...(typeof n === "number" && { n }),
    version: updateTime.seconds * 1_000_000 + Math.floor(updateTime.nanoseconds / 1000),
  };
}
