import { Timestamp, type Transaction } from "firebase-admin/firestore";
import type { Database } from "../../database";
import { reach } from "../../firestore";
import { type Entry, toEntry } from "./entry";
import { availability, close, lease, reclaim, retryLater } from "./life";
import type { MailQueue, LeaseResult } from "./mail-queue";
import { limitKey, limitMemory, type MailLimits, withinLimits } from "./rate-limit";
import { updateUnchanged } from "./update-unchanged";

export interface FirestoreMailQueueOptions {
  limits: MailLimits;
  /** Milliseconds since 1970. Default: the computer's clock. */
  now?: () => number;
}

/** Processes the outbox in transactions, so that each mail is sent by one worker, however many tasks run. */
export function firestoreMailQueue(
  database: Database,
  { limits, now = Date.now }: FirestoreMailQueueOptions,
): MailQueue {
  const document = (id: string) => database.collection("outbox").doc(id);
  const counterOf = ({ kind, uid = "", address = uid }: Entry) =>
    database.collection("mailThrottle").doc(limitKey(kind, address));

  /** Counts a mail when it is first taken, unless it is over the limit. Returns whether it is within the limit. */
  async function count(transaction: Transaction, entry: Entry): Promise<boolean> {
    const counter = await transaction.get(counterOf(entry));
    const sent = ((counter.get("sentAt") ?? []) as Timestamp[]).map((at) => at.toMillis());
    const remembered = withinLimits(sent, entry.createdAt.toMillis(), limits);
    if (!remembered) return false;
    transaction.set(counter.ref, {
      sentAt: remembered.map((at) => Timestamp.fromMillis(at)),
      expireAt: Timestamp.fromMillis(now() + limitMemory),
    });
    return true;
  }

  async function leaseIn(transaction: Transaction, id: string): Promise<LeaseResult> {
    const data = (await transaction.get(document(id))).data();
    if (!data) return "done";
    const entry = toEntry(data);
    const available = availability(entry, now());
    if (available !== "free") return available;
    if (!entry.withinLimits && !(await count(transaction, entry))) {
      transaction.update(document(id), close({ state: "dropped", reason: "over limit" }));
      return "over-limit";
    }
    const leased = lease(entry, now());
    transaction.update(document(id), leased);
    const { kind, uid, address, locale, acceptedLocale, from, createdAt } = entry;
    return {
      ...{ id, kind, uid, address, locale, acceptedLocale, from },
      requestedAt: createdAt.toDate(),
      attempt: leased.attempts,
      leasedUntil: leased.dueAt.toMillis(),
    };
  }

  return {
    lease: (id) =>
      reach(database.firestore.runTransaction((transaction) => leaseIn(transaction, id))),

    finish: ({ id, attempt }, outcome) =>
      reach(
        database.firestore.runTransaction(async (transaction) => {
          const data = (await transaction.get(document(id))).data();
          if (!data) return;
          const { state, attempts } = toEntry(data);
          const stillLeased = state === "sending" && attempts === attempt;
          if (!stillLeased && outcome.state !== "delivered") return;
          transaction.update(
            document(id),
            outcome.state === "queued" ? retryLater(outcome, now()) : close(outcome),
          );
        }),
      ),

    async claimOverdue() {
      const overdue = await reach(
        database
          .collection("outbox")
          .where("dueAt", "<", Timestamp.fromMillis(now()))
          .limit(100)
          .get(),
      );
      const claims = overdue.docs.map(async (snapshot) => {
        const fields = reclaim(toEntry(snapshot.data()), now());
        const claimed = await updateUnchanged(snapshot, fields);
        return claimed && fields.state === "queued" ? [snapshot.id] : [];
      });
      return (await Promise.all(claims)).flat();
    },
  };
}
