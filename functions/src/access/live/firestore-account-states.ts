import {
  AggregateField,
  type DocumentSnapshot,
  type Query,
  type QuerySnapshot,
  Timestamp,
} from "firebase-admin/firestore";
import type { Database } from "../../database";
import { reach } from "../../firestore";
import type { AccountState, AccountStates, StateReading } from "./account-state";
import { toMicroseconds, toMilliseconds, toTimestamp } from "./moment";

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

    changedSince(since, at) {
      return readPages(changedFrom(since).orderBy("changedAt"), at);
    },

    async tallySince(since) {
      const tally = { documents: AggregateField.count(), writes: AggregateField.sum("n") };
      const snapshot = await reach(changedFrom(since).aggregate(tally).get());
      return { ...snapshot.data(), readAt: toMilliseconds(snapshot.readTime) };
    },

    pending() {
      return readPages(collection.where("marked", "==", true));
    },
  };
}

/** Reads a query to its end. All pages are of one moment: `at`, or else that of the first one. */
async function readPages(query: Query, at?: number): Promise<StateReading> {
  const states = new Map<string, AccountState>();
  let readAt = at;
  let page = query.limit(pageSize);
  for (;;) {
    const snapshot = await reach(readAt === undefined ? page.get() : getAt(page, readAt));
    readAt ??= toMilliseconds(snapshot.readTime);
    for (const document of snapshot.docs) {
      const state = accountStateOf(document);
      if (state) states.set(document.id, state);
    }
    const last = snapshot.docs.at(-1);
    if (!last || snapshot.size < pageSize) return { states, readAt };
    page = query.startAfter(last).limit(pageSize);
  }
}

/** Reads as of a moment, in milliseconds since 1970: one call, for which no transaction is opened. */
function getAt(query: Query, moment: number): Promise<QuerySnapshot> {
  const readTime = toTimestamp(moment);
  const options = { readOnly: true, readTime } as const;
  return query.firestore.runTransaction((transaction) => transaction.get(query), options);
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
    version: toMicroseconds(updateTime),
  };
}
