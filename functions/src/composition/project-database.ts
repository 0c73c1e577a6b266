import type { App } from "firebase-admin/app";
import { getFirestore } from "firebase-admin/firestore";
import type { Settings } from "../config";
import { type Database, databaseOf } from "../database";

export type DatabaseSettings = Pick<Settings, "collections" | "firestoreDatabase">;

/** The database that the project's parameters name. */
export const projectDatabase = (
  firebase: App,
  { collections, firestoreDatabase }: DatabaseSettings,
): Database => databaseOf(getFirestore(firebase, firestoreDatabase), collections);
