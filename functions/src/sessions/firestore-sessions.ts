import { setTimeout as wait } from "node:timers/promises";
import {
  type DocumentSnapshot,
  FieldPath,
  type Precondition,
  type Query,
} from "firebase-admin/firestore";
import { activityFields } from "../activity/activity-document";
import type { Database } from "../database";
import { unavailable } from "../errors";
import {
  aborted,
  batchSize,
  failedPrecondition,
  grpcCode,
  notFound,
  reach,
  removeDocuments,
} from "../firestore";
import { turns } from "../users/turns";
import { toFields, toSession } from "./session-document";
import type { SessionStore } from "./session-store";

/** Milliseconds for which a change is tried again that others were faster than. */
const contendedMilliseconds = 9_000;

/** Codes by which Firestore says that a document is not as it was read. */
const changed = [aborted, failedPrecondition, notFound];

export interface FirestoreSessionsOptions {
  /** How long entries of the trail are kept: the parameter `ACTIVITY_DAYS`. */
  activityDays: number;
}

/**
 * Keeps sessions in `users/{uid}/sessions/{id}`. Changes take no locks, for which dozens of renewals at once would
 * wait: what was read must be unchanged when the change is committed, or it is read again.
 */
export function firestoreSessions(
  { firestore, sessionsOf, collection }: Database,
  { activityDays }: FirestoreSessionsOptions,
): SessionStore {
  // Within this process they need not even try again.
  const inTurn = turns();

  async function removeFound(query: Query): Promise<void> {
    for (;;) {
      const { docs } = await reach(query.select().limit(batchSize).get());
      await removeDocuments(
        firestore,
        docs.map(({ ref }) => ref),
      );
      if (docs.length < batchSize) return;
    }
  }

  return {
    async add(uid, session, entry) {
      const batch = firestore.batch();
      batch.create(sessionsOf(uid).doc(session.id), toFields(session));
      if (entry) {
        const fields = activityFields(entry, activityDays, session.createdAt);
        batch.create(collection("activity").doc(), fields);
      }
      await reach(batch.commit());
    },

    async find(uid, id) {
      return toSession(await reach(sessionsOf(uid).doc(id).get()));
    },

    async list(uid) {
      const { docs } = await reach(sessionsOf(uid).orderBy("createdAt", "desc").get());
      return docs.flatMap((document) => toSession(document) ?? []);
    },

    async count(uid) {
      return (await reach(sessionsOf(uid).count().get())).data().count;
    },

    change(uid, id, decide) {
      const document = sessionsOf(uid).doc(id);
      const begun = performance.now();
      return inTurn(document.path, async () => {
        for (let tries = 1; performance.now() - begun < contendedMilliseconds; tries += 1) {
          const snapshot = await reach(document.get());
          const { session, outcome } = decide(toSession(snapshot));
          if (session === undefined || !snapshot.exists) return outcome;
          const write =
            session === null
              ? document.delete(asRead(snapshot))
              : document.update(toFields(session), asRead(snapshot));
          if (await isFirst(write)) return outcome;
          await wait(Math.random() * Math.min(20 * tries, 200));
        }
        throw unavailable("Firestore", { problem: "others were faster, time and again" });
      });
    },

    async remove(uid, ids) {
      await removeDocuments(
        firestore,
        ids.map((id) => sessionsOf(uid).doc(id)),
      );
    },

    async idsOf(uid, second) {
      const named = FieldPath.documentId();
      // "." comes straight after "-".
      const began = sessionsOf(uid)
        .where(named, ">=", `${second}-`)
        .where(named, "<", `${second}.`);
      return (await reach(began.select().get())).docs.map(({ id }) => id);
    },

    async removeThrough(uid, second) {
      await removeFound(sessionsOf(uid).where(FieldPath.documentId(), "<", `${second + 1}-`));
    },

    async removeAll(uid) {
      await removeFound(sessionsOf(uid));
    },
  };
}

const asRead = ({ updateTime: lastUpdateTime }: DocumentSnapshot): Precondition =>
  lastUpdateTime ? { lastUpdateTime } : {};

/** Says whether a write was committed, rather than somebody else having been faster. */
async function isFirst(write: Promise<unknown>): Promise<boolean> {
  try {
    await reach(write, changed);
    return true;
  } catch (error) {
    if (changed.includes(grpcCode(error) ?? 0)) return false;
    throw error;
  }
}
