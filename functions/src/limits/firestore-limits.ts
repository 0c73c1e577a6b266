import { setTimeout as wait } from "node:timers/promises";
import { type DocumentReference, type DocumentSnapshot, Timestamp } from "firebase-admin/firestore";
import type { Database } from "../database";
import { callDeadline } from "../deadline";
import {
  aborted,
  alreadyExists,
  failedPrecondition,
  grpcCode,
  notFound,
  reach,
} from "../firestore";
import type { Counter } from "./limit";
import type { CounterChange, LimitStore } from "./limit-store";

/** Answers that say that another instance changed the document first. */
const lost: readonly number[] = [aborted, alreadyExists, failedPrecondition, notFound];

/** Milliseconds to wait before the next try at a document that others are changing: at most the first, then twice that, up to the second. */
const [firstWait, longestWait] = [20, 640];

/**
 * Keeps counters in `limits/{hash}`. A change is written on condition that the document is as it was read, not in a
 * transaction: of those who change it at once one always succeeds, so that a counter reaches its limit after as many
 * rounds, and whoever reads it then changes it no more. Transactions would lock each other out and give up.
 */
export function firestoreLimits(database: Database): LimitStore {
  const document = (hash: string) => database.collection("limits").doc(hash);

  return {
    async read(hashes) {
      return (await reach(database.firestore.getAll(...hashes.map(document)))).map(toCounter);
    },

    async change(hash, decide) {
      const end = performance.now() + callDeadline;
      let longest = firstWait;
      do {
        const found = await reach(document(hash).get());
        const { counter, expireAt, limited, outcome } = decide(toCounter(found));
        if (!counter || (await replace(found, toDocument(counter, expireAt, limited))))
          return outcome;
        await wait(Math.random() * longest);
        longest = Math.min(2 * longest, longestWait);
      } while (performance.now() < end);
      return undefined;
    },

    async remove(hash) {
      await reach(document(hash).delete());
    },
  };
}

/** Says whether it was written: not where the document is no longer as it was found. */
async function replace(
  { ref, updateTime }: DocumentSnapshot,
  data: ReturnType<typeof toDocument>,
): Promise<boolean> {
  try {
    await reach(write(ref, data, updateTime), lost);
    return true;
  } catch (error) {
    if (lost.includes(grpcCode(error) ?? 0)) return false;
    throw error;
  }
}

const write = (
  ref: DocumentReference,
  data: ReturnType<typeof toDocument>,
  lastUpdateTime: Timestamp | undefined,
) => (lastUpdateTime ? ref.update(data, { lastUpdateTime }) : ref.create(data));

const toDocument = (
  { count, since, pauses, pausedUntil }: Counter,
  expireAt: number | undefined,
  limited: CounterChange<unknown>["limited"],
) => ({
  count,
  since: Timestamp.fromMillis(since),
  pauses,
  pausedUntil: Timestamp.fromMillis(pausedUntil),
  ...(limited && { limit: limited.name, limitedUntil: Timestamp.fromMillis(limited.until) }),
  ...(expireAt !== undefined && { expireAt: Timestamp.fromMillis(expireAt) }),
});

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
