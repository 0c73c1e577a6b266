import { Refusal } from "../command";
import { insertJson, setJson } from "./merge";

/** What `firebase.json` says of one database. */
export interface FirestoreEntry {
  /** Default: `(default)`. */
  database?: string;
  rules?: string;
  indexes?: string;
}

const main = "(default)";

/** The names that are given to the two files of a database that has none yet. */
const usual = (database: string) => {
  const name = database === main ? "firestore" : `firestore.${database}`;
  return { rules: `${name}.rules`, indexes: `${name}.indexes.json` };
};

/** The files with the rules and the indexes of a database. */
export function firestoreFiles(
  firestore: FirestoreEntry | FirestoreEntry[] | undefined,
  database: string,
): { rules: string; indexes: string } {
  return { ...usual(database), ...entryOf(firestore, database)?.entry };
}

/**
 * Names the two files in `firebase.json`, where they are not.
 *
 * @throws {Refusal} Where it describes one database only, and another one.
 */
export function nameFirestoreFiles(
  text: string,
  firestore: FirestoreEntry | FirestoreEntry[] | undefined,
  database: string,
): string {
  const files = usual(database);
  const found = entryOf(firestore, database);
  if (!found && Array.isArray(firestore)) {
    return insertJson(text, ["firestore"], -1, { database, ...files });
  }
  if (!found && firestore !== undefined) {
    const wanted = JSON.stringify({ database, ...files });
    throw new Refusal(
      `"firestore" describes another database than ${database}: make it a list, and add ${wanted}.`,
    );
  }
  const path = found?.path ?? ["firestore"];
  const missing = Object.entries({ ...(database !== main && { database }), ...files }).filter(
    ([name]) => !(name in (found?.entry ?? {})),
  );
  return missing.reduce((so, [name, value]) => setJson(so, [...path, name], value), text);
}

function entryOf(firestore: FirestoreEntry | FirestoreEntry[] | undefined, database: string) {
  const isIt = (entry: FirestoreEntry) => (entry.database ?? main) === database;
  if (!Array.isArray(firestore)) {
    return firestore && isIt(firestore) ? { entry: firestore, path: ["firestore"] } : undefined;
  }
  const position = firestore.findIndex(isIt);
  const entry = firestore[position];
  return entry && { entry, path: ["firestore", position] };
}
