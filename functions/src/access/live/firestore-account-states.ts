import {
  type CollectionReference,
  type DocumentData,
  type DocumentReference,
  type DocumentSnapshot,
  FieldValue,
  type Firestore,
  type Query,
  Timestamp,
  type Transaction,
} from "firebase-admin/firestore";
import { AuthError } from "../../errors";
import { reach } from "../../firestore";
import type {
  AccountState,
  AccountStates,
  IntendedUser,
  StateReading,
  StateWrite,
} from "./account-state";

/**
 * How long Firestore keeps a finished entry: far longer than the 65 minutes for which checks look at it,
 * and longer than a browser keeps the cookie of a session that was ended.
 */
const keptMilliseconds = 15 * 24 * 60 * 60 * 1000;

/** How many holders of a role are looked at to see whether there is another one. */
const holdersRead = 20;

/** Documents in one reply: a first load of 50,000 then needs 17 round trips of about a megabyte. */
const pageSize = 3_000;

/** Keeps account states in `authState/{uid}`. */
export function firestoreAccountStates(firestore: Firestore): AccountStates {
  const collection = firestore.collection("authState");
  const users = firestore.collection("users");
  const changedFrom = (since: number) =>
    collection.where("changedAt", ">=", Timestamp.fromMillis(since));

  return {
    async read(uid) {
      return toState(await reach(collection.doc(uid).get()));
    },

    changedSince(since) {
      return readPages(changedFrom(since).orderBy("changedAt"));
    },

    async countSince(since) {
      return (await reach(changedFrom(since).count().get())).data().count;
    },

    pending() {
      return readPages(collection.where("pending", "==", true));
    },

    async write(uid, state, user, keeps) {
      const put = (writes: Writes) => {
        writes.set(collection.doc(uid), toFields(state), { merge: true });
        if (user) writes.update(users.doc(uid), intendedFields(user));
      };
      if (keeps === undefined) {
        const batch = firestore.batch();
        put(batch);
        await reach(batch.commit());
        return;
      }
      await reach(
        firestore.runTransaction(async (transaction) => {
          await refuseLast(uid, keeps, users, transaction);
          put(transaction);
        }),
      );
    },

    async amend(uid, amendment) {
      await reach(
        firestore.runTransaction(async (transaction) => {
          const [state, user] = await transaction.getAll(collection.doc(uid), users.doc(uid));
          const role: unknown = user?.get("role");
          const change = amendment(state && toState(state), {
            role: typeof role === "string" ? role : "",
            disabled: user?.get("disabled") === true,
          });
          if (!change) return;
          transaction.set(collection.doc(uid), toFields(change.state), { merge: true });
          if (user?.exists && Object.keys(change.user).length > 0) {
            transaction.update(users.doc(uid), intendedFields(change.user));
          }
        }),
      );
    },
  };
}

/** What a batch and a transaction have in common. */
interface Writes {
  set(document: DocumentReference, fields: DocumentData, options: { merge: true }): unknown;
  update(document: DocumentReference, fields: DocumentData): unknown;
}

/** The query is part of the transaction: two holders who remove each other at once can't both succeed. */
async function refuseLast(
  uid: string,
  role: string,
  users: CollectionReference,
  transaction: Transaction,
): Promise<void> {
  const enabled = users.where("role", "==", role).where("disabled", "==", false);
  const { docs } = await transaction.get(enabled.limit(holdersRead));
  // An account that is still being made may never come to be.
  const holders = docs.filter((document) => document.get("preparing") === undefined);
  if (holders.length === 1 && holders[0]?.id === uid) {
    throw new AuthError("not-allowed", `The last enabled ${role} must stay.`);
  }
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
      const state = toState(document);
      if (state) states.set(document.id, state);
    }
    const last = snapshot.docs.at(-1);
    if (!last || snapshot.size < pageSize) return { states, readAt };
    page = query.startAfter(last).limit(pageSize);
  }
}

const intendedFields = (user: IntendedUser): DocumentData => ({
  ...user,
  updatedAt: FieldValue.serverTimestamp(),
});

function toFields({ validAfter, pending, ...state }: StateWrite): DocumentData {
  return {
    ...state,
    ...(validAfter === true && { validAfter: FieldValue.serverTimestamp() }),
    ...(typeof validAfter === "number" && { validAfter: Timestamp.fromMillis(validAfter * 1000) }),
    pending,
    changedAt: FieldValue.serverTimestamp(),
    // A pending entry must outlive any outage, so it has no end.
    expireAt: pending ? FieldValue.delete() : Timestamp.fromMillis(Date.now() + keptMilliseconds),
  };
}

function toState(snapshot: DocumentSnapshot): AccountState | undefined {
  const data = snapshot.data();
  if (!data || !snapshot.updateTime) return undefined;
  const { validAfter, role, changedAt, endedSessions } = data as Record<string, unknown>;
  const updateTime = snapshot.updateTime;
  return {
    validAfter: validAfter instanceof Timestamp ? validAfter.seconds : null,
    role: typeof role === "string" || role === null ? role : undefined,
    disabled: data.disabled === true,
    deleted: data.deleted === true,
    pending: data.pending === true,
    changedAt: changedAt instanceof Timestamp ? changedAt.toMillis() : updateTime.toMillis(),
    ...(Array.isArray(endedSessions) && { endedSessions: endedSessions as number[] }),
    version: updateTime.seconds * 1_000_000 + Math.floor(updateTime.nanoseconds / 1000),
  };
}
