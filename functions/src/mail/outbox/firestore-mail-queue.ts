import {
  type DocumentData,
  FieldValue,
  type Firestore,
  type QueryDocumentSnapshot,
  Timestamp,
  type Transaction,
} from "firebase-admin/firestore";
import { failedPrecondition, grpcCode, notFound, reach } from "../../firestore";
import { leaseMilliseconds, mostAttempts, retriedMilliseconds } from "./retry-policy";
import { type Entry, outboxCollection, toEntry } from "./entry";
import type { Ending, MailQueue, Taken } from "./mail-queue";
import { admit, type MailLimits, throttleKey, throttleMemory } from "./throttle";

export interface FirestoreMailQueueOptions {
  limits: MailLimits;
  /** Milliseconds since 1970. Default: the computer's clock. */
  now?: () => number;
}

/** Works off the outbox, in transactions: whatever tasks run at once, one worker sends a mail. */
export function firestoreMailQueue(
  firestore: Firestore,
  { limits, now = Date.now }: FirestoreMailQueueOptions,
): MailQueue {
  const document = (id: string) => firestore.collection(outboxCollection).doc(id);
  const throttle = ({ kind, uid, address = "" }: Entry) =>
    firestore.collection("mailThrottle").doc(throttleKey(kind, uid ?? address));
  const after = (milliseconds: number) => Timestamp.fromMillis(now() + milliseconds);

  /** Counts a mail that is taken up for the first time, unless it is surplus. Says whether it is not. */
  async function passesThrottle(transaction: Transaction, entry: Entry): Promise<boolean> {
    const counter = await transaction.get(throttle(entry));
    const sent = ((counter.get("sentAt") ?? []) as Timestamp[]).map((at) => at.toMillis());
    const remembered = admit(sent, entry.createdAt.toMillis(), limits);
    if (!remembered) return false;
    transaction.set(counter.ref, {
      sentAt: remembered.map((at) => Timestamp.fromMillis(at)),
      expireAt: after(throttleMemory),
    });
    return true;
  }

  async function take(transaction: Transaction, id: string): Promise<Taken> {
    const data = (await transaction.get(document(id))).data();
    const entry = data && toEntry(data);
    if (entry?.state !== "queued" && entry?.state !== "sending") return "done";
    const held = entry.state === "sending" && (entry.dueAt?.toMillis() ?? 0) > now();
    if (held) return "busy";
    if (!entry.admitted && !(await passesThrottle(transaction, entry))) {
      transaction.update(document(id), ended({ state: "dropped", reason: "throttled" }));
      return "throttled";
    }
    const dueAt = after(leaseMilliseconds);
    const attempt = entry.attempts + 1;
    const taken = { state: "sending", attempts: attempt, admitted: true, dueAt };
    transaction.update(document(id), taken);
    const { kind, uid, address, locale, acceptedLocale } = entry;
    return { id, kind, uid, address, locale, acceptedLocale, attempt, until: dueAt.toMillis() };
  }

  return {
    take: (id) => reach(firestore.runTransaction((transaction) => take(transaction, id))),

    finish: ({ id, attempt }, ending) =>
      reach(
        firestore.runTransaction(async (transaction) => {
          const data = (await transaction.get(document(id))).data();
          if (!data) return;
          const { state, attempts } = toEntry(data);
          const mine = state === "sending" && attempts === attempt;
          if (!mine && ending.state !== "delivered") return;
          transaction.update(
            document(id),
            ending.state === "queued"
              ? { ...ending, dueAt: after(retriedMilliseconds) }
              : ended(ending),
          );
        }),
      ),

    async claimOverdue() {
      const overdue = await reach(
        firestore
          .collection(outboxCollection)
          .where("dueAt", "<", Timestamp.fromMillis(now()))
          .limit(100)
          .get(),
      );
      const claims = overdue.docs.map(async (snapshot) => {
        const worn = toEntry(snapshot.data()).attempts >= mostAttempts;
        const claimed = await updateUnchanged(
          snapshot,
          worn
            ? ended({ state: "failed", reason: "too many attempts" })
            : { state: "queued", dueAt: after(retriedMilliseconds) },
        );
        return claimed && !worn ? [snapshot.id] : [];
      });
      return (await Promise.all(claims)).flat();
    },
  };
}

/** What is left to write of an entry with which nothing is left to do. */
function ended({ state, reason }: Ending): DocumentData {
  return { state, reason: reason ?? FieldValue.delete(), dueAt: FieldValue.delete() };
}

/** Says whether it did: not when somebody has changed the document since it was read. */
async function updateUnchanged(
  { ref, updateTime }: QueryDocumentSnapshot,
  fields: DocumentData,
): Promise<boolean> {
  try {
    await reach(ref.update(fields, { lastUpdateTime: updateTime }));
    return true;
  } catch (error) {
    const code = grpcCode(error);
    if (code === failedPrecondition || code === notFound) return false;
    throw error;
  }
}
