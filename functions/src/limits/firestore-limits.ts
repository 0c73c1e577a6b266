import { type DocumentSnapshot, type Firestore, Timestamp } from "firebase-admin/firestore";
import { reach } from "../firestore";
import type { Counter } from "./limit";
import type { LimitStore } from "./limit-store";

/** Keeps counters in `limits/{hash}`. */
export function firestoreLimits(firestore: Firestore): LimitStore {
  const document = (hash: string) => firestore.collection("limits").doc(hash);

  return {
    async read(hashes) {
      return (await reach(firestore.getAll(...hashes.map(document)))).map(toCounter);
    },

    async change(hash, decide) {
      return reach(
        firestore.runTransaction(async (transaction) => {
          const { counter, expireAt, outcome } = decide(
            toCounter(await transaction.get(document(hash))),
          );
          if (counter) {
            transaction.set(document(hash), {
              count: counter.count,
              since: Timestamp.fromMillis(counter.since),
              pauses: counter.pauses,
              pausedUntil: Timestamp.fromMillis(counter.pausedUntil),
              ...(expireAt !== undefined && { expireAt: Timestamp.fromMillis(expireAt) }),
            });
          }
          return outcome;
        }),
      );
    },

    async remove(hash) {
      await reach(document(hash).delete());
    },
  };
}

function toCounter(snapshot: DocumentSnapshot): Counter | undefined {
  const data = snapshot.data() as
    { count: number; since: Timestamp; pauses: number; pausedUntil: Timestamp } | undefined;
  return (
    data && {
      count: data.count,
      since: data.since.toMillis(),
      pauses: data.pauses,
      pausedUntil: data.pausedUntil.toMillis(),
    }
  );
}
