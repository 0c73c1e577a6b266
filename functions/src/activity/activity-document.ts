import { type DocumentData, FieldValue, Timestamp } from "firebase-admin/firestore";
import type { ActivityEntry } from "./activity";

const day = 24 * 60 * 60 * 1000;

/**
 * An entry as it is stored, by itself or in the transaction of the change that it is about.
 *
 * @param keptDays - the parameter `ACTIVITY_DAYS`.
 * @param now - milliseconds since 1970.
 */
export function activityFields(entry: ActivityEntry, keptDays: number, now: number): DocumentData {
  const expireAt = Timestamp.fromMillis(now + keptDays * day);
  return { ...entry, at: FieldValue.serverTimestamp(), expireAt };
}
