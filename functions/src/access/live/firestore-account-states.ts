import {
  AggregateField,
  type DocumentSnapshot,
  type Query,
  type QuerySnapshot,
  Timestamp,
} from "firebase-admin/firestore";
import type { Database } from "../../database";
import { shards } from "../../database/shards";
import { reach } from "../../firestore";
import type { AccountState, AccountStates, StateReading } from "./account-state";
import { toMicroseconds, toMilliseconds, toTimestamp } from "./moment";

/** All that a check needs. */
const fields = "validAfter role disabled deleted closed marked changedAt endedSessions n";

export interface AccountStatesOptions {
  /**
   * Asks for the changes by shard, beyond which nothing limits how many are written in a second. Only once no instance
   * of a version that wrote no shards can be running, since its changes would be missed. Default false.
   */
  byShard?: boolean;
  /** Documents in one reply. Default 30,000, which are ten megabytes at most. */
  pageSize?: number;
}

/** Reads account states from `authState/{uid}`. */
export function firestoreAccountStates(
  database: Database,
  { byShard = false, pageSize = 30_000 }: AccountStatesOptions = {},
): AccountStates {
  const collection = database.collection("authState");
  /** One query of all shards costs no more than of one. */
  const ofShards = byShard ? collection.where("shard", "in", shards) : collection;
  const changedFrom = (since: number) => ofShards.where("changedAt", ">=", toTimestamp(since));

  return {
    async read(uid) {
      return accountStateOf(await reach(collection.doc(uid).get()));
    },

    changedSince(since, { at, until = Infinity } = {}) {
      const from = changedFrom(since).orderBy("changedAt");
      const query = until === Infinity ? from : from.where("changedAt", "<", toTimestamp(until));
      return readPages(query.select(...fields.split(" ")), pageSize, at);
    },

    async tallySince(since) {
      const tally = { documents: AggregateField.count(), writes: AggregateField.sum("n") };
      const snapshot = await reach(changedFrom(since).aggregate(tally).get());
      return { ...snapshot.data(), readAt: toMilliseconds(snapshot.readTime) };
    },

    pending() {
      return readPages(collection.where("marked", "==", true), pageSize);
    },
  };
}

/** Reads a query to its end. All pages are of one moment: `at`, or else that of the first one. */
async function readPages(query: Query, pageSize: number, at?: number): Promise<StateReading> {
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
