import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "jsonc-parser";
import { firestoreFiles, type FirestoreEntry } from "../../init/firestore-files";

/** What a deploy brings to Firestore. */
export interface ProjectFiles {
  rules: string;
  /** As JSON. */
  indexes: string;
}

/** Reads the files that `firebase.json` names for a database. One that is not there is empty. */
export function projectFiles(folder: string, database: string): ProjectFiles {
  const read = (name: string) => {
    const file = join(folder, name);
    return existsSync(file) ? readFileSync(file, "utf8") : "";
  };
  const { firestore } = (parse(read("firebase.json")) ?? {}) as { firestore?: FirestoreEntry };
  const { rules, indexes } = firestoreFiles(firestore, database);
  return { rules: read(rules), indexes: read(indexes) };
}
