import { getFirestore } from "firebase-admin/firestore";
import type { Settings } from "../config";
import { type Database, databaseOf } from "../database";
import { appOf, type Project } from "./firebase-app";

export type DatabaseSettings = Pick<Settings, "collections" | "firestoreDatabase">;

/** The database that the project's parameters name. */
export const projectDatabase = (
  firebase: Project,
  { collections, firestoreDatabase }: DatabaseSettings,
): Database => databaseOf(getFirestore(appOf(firebase), firestoreDatabase), collections);
