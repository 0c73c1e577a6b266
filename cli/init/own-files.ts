import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The texts that this project brings into another one. */
export interface OwnFiles {
  /** `firestore.rules` */
  rules: string;
  /** `firestore.indexes.json` */
  indexes: string;
  /** `.env.example` */
  parameters: string;
}

/** Reads them from this repository. */
export function readOwnFiles(): OwnFiles {
  const read = (path: string) => readFileSync(join(__dirname, "../..", path), "utf8");
  return {
    rules: read("firestore.rules"),
    indexes: read("firestore.indexes.json"),
    parameters: read("functions/.env.example"),
  };
}

/** What the package's build puts in their place: there is no repository around a package. */
declare const OWN_FILES: OwnFiles | undefined;

/** Whether this is the package's command, run in a project of a team's, and not this repository's own. */
export const inPackage = typeof OWN_FILES !== "undefined";

/** They as they were when the package was made, or as they are in this repository. */
export const ownFiles = (): OwnFiles =>
  typeof OWN_FILES === "undefined" ? readOwnFiles() : OWN_FILES;
