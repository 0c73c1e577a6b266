import {
  type DocumentData,
  FieldValue,
  type Firestore,
  type Query,
  type QueryDocumentSnapshot,
  Timestamp,
} from "firebase-admin/firestore";
import { reach } from "../firestore";
import type { ActivityEntry, ActivityLog, StoredActivity } from "./activity";

const day = 24 * 60 * 60 * 1000;

/** Firestore's limit for one batch. */
const batchSize = 500;

export interface ActivityOptions {
  /** The parameter `ACTIVITY_DAYS`. */
  keptDays: number;
  /** Milliseconds since 1970. Default `Date.now`. */
  now?: () => number;
}

/** Keeps the trail in `activity/{id}`. */
export function firestoreActivity(
  firestore: Firestore,
  { keptDays, now = Date.now }: ActivityOptions,
): ActivityLog {
  const collection = firestore.collection("activity");

  return {
    async add(entry) {
      const expireAt = Timestamp.fromMillis(now() + keptDays * day);
      await reach(collection.add(activityFields(entry, expireAt)));
    },

    async list({ userId, action, limit, after }) {
      let query: Query = collection.orderBy("at", "desc").limit(limit);
      if (userId !== undefined) query = query.where("userId", "==", userId);
      if (action !== undefined) query = query.where("action", "==", action);
      if (after !== undefined) {
        const last = await reach(collection.doc(after).get());
        // The entry has expired since, and so have all that follow it.
        if (!last.exists) return [];
        query = query.startAfter(last);
      }
      return (await reach(query.get())).docs.map(toActivity);
    },

    async removeAbout(userId) {
      const about = collection.where("userId", "==", userId).limit(batchSize);
      for (;;) {
        const { docs } = await reach(about.get());
        const batch = firestore.batch();
        for (const { ref } of docs) batch.delete(ref);
        if (docs.length > 0) await reach(batch.commit());
        if (docs.length < batchSize) return;
      }
    },
  };
}

/** An entry as it is stored, for a transaction that writes it together with the change it is about. */
export function activityFields(entry: ActivityEntry, expireAt: Timestamp): DocumentData {
  return { ...entry, at: FieldValue.serverTimestamp(), expireAt };
}

function toActivity(document: QueryDocumentSnapshot): StoredActivity {
  const {
    at,
    expireAt: _,
    ...entry
  } = document.data() as ActivityEntry & {
    at: Timestamp;
    expireAt: Timestamp;
  };
  return { ...entry, id: document.id, at: at.toMillis() };
}
