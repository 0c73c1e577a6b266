import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parseEnv } from "node:util";
import {
  type Collections,
  isDatabaseId,
  parseCollections,
} from "../../functions/src/database/collections";
import { Refusal } from "../command";
import { backEndOf } from "./back-ends";
import { type Configuration, mergeConfiguration } from "./configuration";
import { firestoreFiles } from "./firestore-files";
import { mergeIndexes } from "./indexes";
import { type Merged, readJson } from "./merge";
import { withNames } from "./names";
import type { OwnFiles } from "./own-files";
import { mergeParameters } from "./parameters";
import { mergeRules } from "./rules";

/** What a person says beside the folder. */
export interface Wishes {
  /** The name of the function that serves the HTTPS API; a group gives it a prefix. Default: the one without a group. */
  apiFunction?: string | undefined;
  /** The codebase that exports the back end, or the kit's instance, where there are several. */
  codebase?: string | undefined;
  /** The Hosting site or target that sends `/api/**` to it, where there are several. */
  site?: string | undefined;
}

/** One file of the project, as it is and as it is to be. */
export interface Change {
  /** From the project's folder. */
  path: string;
  before: string;
  after: string;
}

export interface Plan {
  changes: Change[];
  notes: string[];
}

/**
 * Says what is to change in a Firebase project, and changes nothing.
 *
 * @param folder - the one with `firebase.json`.
 * @throws {Refusal} Where the project can't be understood.
 */
export function planFor(folder: string, own: OwnFiles, wishes: Wishes): Plan {
  const read = (path: string) =>
    existsSync(join(folder, path)) ? readFileSync(join(folder, path), "utf8") : "";
  const configuration = read("firebase.json");
  if (configuration === "") {
    throw new Refusal("There is no firebase.json here. `npx firebase init` makes one.");
  }
  const { firestore, functions } = inFile("firebase.json", () =>
    readJson<Configuration>(configuration),
  );
  const backEnd = backEndOf([functions ?? []].flat(), wishes.codebase);
  const { apiFunction = backEnd.api, site } = wishes;
  const parameterFile = relative(".", join(backEnd.folder, ".env"));
  const { database, names } = inFile(parameterFile, () => namesIn(read(parameterFile)));
  const { rules, indexes } = withNames(own, names);
  const files = firestoreFiles(firestore, database);
  const steps: [path: string, merge: (theirs: string) => Merged][] = [
    ["firebase.json", (theirs) => mergeConfiguration(theirs, { apiFunction, site, database })],
    [files.rules, (theirs) => mergeRules(theirs, rules, names, backEnd.instance)],
    [files.indexes, (theirs) => mergeIndexes(theirs, indexes)],
    [parameterFile, (theirs) => mergeParameters(theirs, own.parameters)],
  ];
  const results = steps.map(([path, merge]) => {
    const before = read(path);
    const { text: after, notes } = inFile(path, () => merge(before));
    return { change: { path, before, after }, notes: notes.map((note) => `${path}: ${note}`) };
  });
  return {
    changes: results.map(({ change }) => change).filter(({ before, after }) => before !== after),
    notes: results.flatMap(({ notes }) => notes),
  };
}

/** What the parameters say of Firestore. */
function namesIn(file: string): { database: string; names: Collections } {
  const { FIRESTORE_DATABASE: database = "(default)", COLLECTIONS = "" } = parseEnv(file);
  if (!isDatabaseId(database))
    throw new Refusal("FIRESTORE_DATABASE must be the id of a database.");
  try {
    return { database, names: parseCollections(COLLECTIONS) };
  } catch (error) {
    throw new Refusal(`COLLECTIONS ${(error as Error).message}.`);
  }
}

function inFile<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Refusal || error instanceof SyntaxError)) throw error;
    throw new Refusal(`${path}: ${error.message}`);
  }
}
