import {
  type CollectionReference,
  type DocumentData,
  type DocumentReference,
  FieldValue,
  type Firestore,
  Timestamp,
  type Transaction,
} from "firebase-admin/firestore";
import { accountStateOf } from "../access/live/firestore-account-states";
import type { IntendedUser, StateWrite } from "../account-changes";
import { AuthError } from "../errors";
import { reach } from "../firestore";
import type { AccountStateWriter } from "./state-writer";

/**
 * How long Firestore keeps a finished entry: far longer than the 65 minutes for which checks look at it,
 * and longer than a browser keeps the cookie of a session that was ended.
 */
const keptMilliseconds = 15 * 24 * 60 * 60 * 1000;

/** How many holders of a role are looked at to see whether there is another one. */
const holdersRead = 20;

/** Writes account states to `authState/{uid}`, and what is intended to `users/{uid}`. */
export function firestoreStateWriter(firestore: Firestore): AccountStateWriter {
  const collection = firestore.collection("authState");
  const users = firestore.collection("users");

  return {
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
          const change = amendment(state && accountStateOf(state), {
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
    n: FieldValue.increment(1),
    // A pending entry must outlive any outage, so it has no end.
    expireAt: pending ? FieldValue.delete() : Timestamp.fromMillis(Date.now() + keptMilliseconds),
  };
}
