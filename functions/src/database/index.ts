import type { CollectionReference, Firestore } from "firebase-admin/firestore";
import { type CollectionName, type Collections, defaultCollections } from "./collections";

/** A Firestore database, and what this project's collections are called there. */
export interface Database {
  readonly firestore: Firestore;
  /** A collection at the root. */
  readonly collection: (name: Exclude<CollectionName, "sessions">) => CollectionReference;
  /** The collection below a user. */
  readonly sessionsOf: (uid: string) => CollectionReference;
}

/** @param names - what its collections are called. Default: what this project calls them. */
export function databaseOf(
  firestore: Firestore,
  names: Collections = defaultCollections,
): Database {
  return {
    firestore,
    collection: (name) => firestore.collection(names[name]),
    sessionsOf: (uid) => firestore.collection(names.users).doc(uid).collection(names.sessions),
  };
}
