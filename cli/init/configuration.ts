import { type FirestoreEntry, nameFirestoreFiles } from "./firestore-files";
import { insertJson, type Merged, readJson } from "./merge";

/** What of `firebase.json` matters here. */
export interface Configuration {
  firestore?: FirestoreEntry | FirestoreEntry[];
  functions?: Source | Source[];
  hosting?: Site | Site[];
}

export interface Source {
  source?: string;
  codebase?: string;
  /** Of a function kit: the folder with the configuration of each instance. */
  instances?: Readonly<Record<string, string>>;
}

interface Site {
  target?: string;
  site?: string;
  rewrites?: { source?: string }[];
}

export interface ConfigurationWishes {
  apiFunction: string;
  site?: string | undefined;
  /** The parameter `FIRESTORE_DATABASE`. */
  database: string;
}

/** Adds to `firebase.json` what is missing: the files of Firestore, and the way from the site to the API. */
export function mergeConfiguration(
  theirs: string,
  { apiFunction, site, database }: ConfigurationWishes,
): Merged {
  const { firestore, hosting } = readJson<Configuration>(theirs);
  let text = nameFirestoreFiles(theirs, firestore, database);
  const sites = [hosting ?? []].flat();
  const position = sites.length === 1 ? 0 : sites.findIndex((each) => isNamed(each, site));
  const chosen = sites[position];
  if (!chosen) return { text, notes: [whyNone(sites.length)] };
  const source = "/api/**";
  if (!chosen.rewrites?.some((rewrite) => rewrite.source === source)) {
    const path = Array.isArray(hosting) ? ["hosting", position] : ["hosting"];
    // First: a single-page app's own rewrite of ** would take the API's requests.
    text = insertJson(text, [...path, "rewrites"], 0, { source, function: apiFunction });
  }
  return { text, notes: [] };
}

const isNamed = ({ target, site }: Site, name?: string) =>
  name !== undefined && [target, site].includes(name);

const whyNone = (sites: number) =>
  sites === 0
    ? "There is no Hosting, so the pages that use the API have to stand in ALLOWED_ORIGINS."
    : "There are several Hosting sites: say with --site which one sends /api/** to the back end.";
