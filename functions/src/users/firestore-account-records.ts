import { setTimeout as wait } from "node:timers/promises";
import {
  type DocumentData,
  type DocumentSnapshot,
  type Query,
  Timestamp,
  type WriteBatch,
} from "firebase-admin/firestore";
import { activityFields } from "../activity/activity-document";
import type { Database } from "../database";
import { AuthError, unavailable } from "../errors";
import {
  aborted,
  alreadyExists,
  failedPrecondition,
  grpcCode,
  notFound,
  reach,
} from "../firestore";
import type { AccountRecord, AccountRecords, Decide } from "./account-record";
import { type Found, verify, write } from "./batch";
import type { ChangeMail } from "./change-mail";
import { isDocumentId } from "./document-id";
import { toUser } from "./user-document";
import { turns } from "./turns";
import { newFields, toStoredState, touch } from "./state-document";

/** Milliseconds for which a transaction is tried again that others were faster than. */
const contendedMilliseconds = 9_000;

/** A commit that took longer may have become visible after others looked beyond its time: it is written once more. */
const slowCommitMilliseconds = 5_000;

export interface AccountRecordsOptions {
  /** How long entries of the trail are kept: the parameter `ACTIVITY_DAYS`. */
  activityDays: number;
  /** Makes the fields of a mail's entry in the outbox. @param now - in milliseconds since 1970. */
  outboxEntry: (mail: ChangeMail, now: number) => DocumentData;
}

/**
 * Keeps `users/{uid}` and `authState/{uid}`, and adds what the trail says of it; it writes to no other place. Transactions take no locks, under which
 * dozens of changes of one user would wait for each other until they time out: what was read must be unchanged when
 * the write is committed, or it is read again.
 */
export function firestoreAccountRecords(
  database: Database,
  { activityDays, outboxEntry }: AccountRecordsOptions,
): AccountRecords {
  const stateOf = (uid: string) => database.collection("authState").doc(uid);
  // Within this process they need not even try again.
  const inTurn = turns();
  const userOf = (uid: string) => database.collection("users").doc(uid);

  async function readDocuments(uid: string): Promise<Found> {
    if (!isDocumentId(uid))
      throw new AuthError("not-allowed", "The id of this account is of no use.");
    const [state, user] = await reach(database.firestore.getAll(stateOf(uid), userOf(uid)));
    if (!state || !user) throw new TypeError("Firestore gave fewer documents than were asked for.");
    return { state, user };
  }

  async function attempt<Result>(
    uids: readonly [string, ...string[]],
    decide: Decide<Result>,
  ): Promise<{ result: Result } | undefined> {
    const [target, ...others] = await Promise.all([
      readDocuments(uids[0]),
      ...uids.slice(1).map(readDocuments),
    ]);
    const records = new Map([target, ...others].map((found) => [found.user.id, toRecord(found)]));
    const of = (uid: string) => {
      const record = records.get(uid);
      if (!record) throw new TypeError("The transaction is not about this account.");
      return record;
    };
    const readAt = target.state.readTime.toMillis();
    const record = of(uids[0]);
    const step = await decide(record, { of, readAt });
    if (!step.state && !step.user && !step.activity) return { result: step.result };
    const batch = database.firestore.batch();
    write(batch, target, record, step, readAt);
    for (const id of step.endedSessions ?? []) {
      batch.delete(database.sessionsOf(uids[0]).doc(id));
    }
    if (step.state?.codesAfter) batch.delete(database.collection("invitations").doc(uids[0]));
    if (step.activity) {
      const { id, entry } = step.activity;
      batch.set(
        database.collection("activity").doc(id),
        activityFields(entry, activityDays, readAt),
      );
    }
    for (const { id, mail } of step.mails ?? []) {
      const entry = database.collection("outbox").doc(id);
      if (mail) batch.set(entry, outboxEntry(mail, readAt));
      else batch.delete(entry);
    }
    for (const { state, user } of others) {
      // What is not there could come to be unnoticed, so it is made.
      verify(batch, state, newFields({}, state.id, readAt));
      verify(batch, user);
    }
    const sent = performance.now();
    if (!(await commit(batch))) return undefined;
    if (step.state && performance.now() - sent > slowCommitMilliseconds) {
      // Only the time of it: what it says, others may have changed meanwhile.
      await reach(target.state.ref.update(touch()));
    }
    return { result: step.result };
  }

  return {
    async read(uid) {
      return toRecord(await readDocuments(uid));
    },

    transact(uids, decide) {
      const begun = performance.now();
      return inTurn(uids[0], async () => {
        for (let tries = 1; performance.now() - begun < contendedMilliseconds; tries += 1) {
          const outcome = await attempt(uids, decide);
          if (outcome) return outcome.result;
          await wait(Math.random() * Math.min(20 * tries, 200));
        }
        throw unavailable("Firestore", { problem: "others were faster, time and again" });
      });
    },

    async markedBefore(moment) {
      const marked = database.collection("authState").where("marked", "==", true);
      const { docs } = await reach(marked.get());
      return docs
        .filter((document) =>
          Object.values(toStoredState(document.data()).marks).some(({ since }) => since < moment),
        )
        .map(({ id }) => id);
    },

    async erasedBefore(moment) {
      const erasing = database
        .collection("authState")
        .where("erasing.since", "<", Timestamp.fromMillis(moment));
      return (await reach(erasing.limit(100).select().get())).docs.map(({ id }) => id);
    },

    async holders(role) {
      const holding: Query = database
        .collection("users")
        .where("role", "==", role)
        .where("disabled", "==", false);
      return (await reach(holding.select().get())).docs.map(({ id }) => id);
    },
  };
}

function toRecord({ state, user }: Found): AccountRecord {
  const stateData = state.data();
  const userData = user.data();
  return {
    state: stateData && toStoredState(stateData),
    user: userData && toUser(user.id, userData),
    version: `${versionOf(state)} ${versionOf(user)}`,
  };
}

const versionOf = ({ updateTime }: DocumentSnapshot) =>
  updateTime ? `${updateTime.seconds}.${updateTime.nanoseconds}` : "none";

/** Codes by which Firestore says that a document is not as it was read. */
const changed = [aborted, failedPrecondition, alreadyExists, notFound];

/** Says whether it was committed, rather than somebody else having been faster. */
async function commit(batch: WriteBatch): Promise<boolean> {
  try {
    await reach(batch.commit(), changed);
    return true;
  } catch (error) {
    if (changed.includes(grpcCode(error) ?? 0)) return false;
    throw error;
  }
}
