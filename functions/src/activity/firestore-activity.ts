import {
  FieldPath,
  type Query,
  type QueryDocumentSnapshot,
  type Timestamp,
} from "firebase-admin/firestore";
import type { Database } from "../database";
import { batchSize, reach, removeDocuments } from "../firestore";
import type { ActivityEntry, ActivityLog, StoredActivity } from "./activity";
import { activityFields } from "./activity-document";

export interface ActivityOptions {
  /** The parameter `ACTIVITY_DAYS`. */
  keptDays: number;
  /** Milliseconds since 1970. Default `Date.now`. */
  now?: () => number;
}

/** Keeps the trail in `activity/{id}`. */
export function firestoreActivity(
  database: Database,
  { keptDays, now = Date.now }: ActivityOptions,
): ActivityLog {
  const collection = database.collection("activity");

  return {
    async add(entry) {
      await reach(collection.add(activityFields(entry, keptDays, now())));
    },

    async put(id, entry) {
      await reach(collection.doc(id).set(activityFields(entry, keptDays, now())));
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
      const about = collection
        .where("userId", "==", userId)
        .orderBy(FieldPath.documentId())
        .limit(batchSize);
      for (let page = about; ;) {
        const { docs } = await reach(page.get());
        const own = docs.filter((document) => {
          const { by } = document.data() as ActivityEntry;
          return by === null || by === userId;
        });
        await removeDocuments(
          database.firestore,
          own.map(({ ref }) => ref),
        );
        const last = docs.at(batchSize - 1);
        if (!last) return;
        page = about.startAfter(last);
      }
    },
  };
}

type Stored = ActivityEntry & { at: Timestamp; expireAt: Timestamp };

function toActivity(document: QueryDocumentSnapshot): StoredActivity {
  const { at, expireAt: _, ...entry } = document.data() as Stored;
  return { ...entry, id: document.id, at: at.toMillis() };
}
