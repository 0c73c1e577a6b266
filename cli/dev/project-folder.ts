import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type BackEnd, backEndsOf } from "../init/back-ends";
import type { Configuration } from "../init/configuration";
import { readJson } from "../init/merge";
import { Refusal } from "../command";
import type { PortNumbers } from "../../local/ports/ports";

/** A Firebase project of a team's. */
export interface Project {
  folder: string;
  /** The folder of its functions. */
  functions: string;
  configuration: Configuration;
}

/** Finds the project around a folder. @throws {Refusal} Where there is none. */
export function projectAround(folder: string): Project {
  const file = join(folder, "firebase.json");
  if (!existsSync(file)) {
    if (dirname(folder) === folder) throw new Refusal("There is no firebase.json here or above.");
    return projectAround(dirname(folder));
  }
  const configuration = readJson<Configuration>(readFileSync(file, "utf8"));
  const [backEnd] = deployedBackEnds(folder, configuration);
  if (backEnd === undefined) throw new Refusal("firebase.json names no functions.");
  return { folder, functions: join(folder, backEnd.source), configuration };
}

/** The codebase, or the instances of a kit, that have the back end; without one, every codebase. */
function deployedBackEnds(folder: string, { functions }: Configuration): BackEnd[] {
  const all = backEndsOf([functions ?? []].flat());
  const found = all.filter(({ source }) => hasBackEnd(join(folder, source)));
  return found.length > 0 ? found : all;
}

function hasBackEnd(functions: string): boolean {
  const file = join(functions, "package.json");
  return existsSync(file) && /"firebase-auth-backend(-kit)?"/.test(readFileSync(file, "utf8"));
}

/**
 * The back end that an administrative command works on. Of several instances of a kit it is the one that the environment
 * names, as the Firebase CLI names it to the functions.
 *
 * @throws {Refusal} Where there are several, and none is named.
 */
export function backEndIn(
  { folder, configuration }: Project,
  { FIREBASE_KIT_INSTANCE_ID: named }: NodeJS.ProcessEnv,
): BackEnd {
  const found = deployedBackEnds(folder, configuration);
  const [first] = found;
  const isOne = found.length === 1 || first?.instance === undefined;
  const chosen = named === undefined && isOne ? first : found.find((one) => one.instance === named);
  if (chosen) return chosen;
  const names = found.flatMap((each) => each.instance ?? []).join(", ");
  throw new Refusal(
    `Name an instance of the function kit: FIREBASE_KIT_INSTANCE_ID must be one of ${names}.`,
  );
}

/**
 * Lays out a folder among the temporary files that the emulators may fill and remove: the project by links, with these
 * ports, and without what it does before a deploy.
 */
export function runnableFolder(
  { folder, configuration }: Project,
  ports: PortNumbers,
): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), "dev-"));
  for (const name of readdirSync(folder)) {
    if (name !== "firebase.json") symlinkSync(join(folder, name), join(path, name));
  }
  const at = (port: number) => ({ host: "127.0.0.1", port });
  const { auth, functions, hosting, hub, logging, eventarc, tasks } = ports;
  const emulators = {
    ...{ auth: at(auth), functions: at(functions), hosting: at(hosting), hub: at(hub) },
    ...{ logging: at(logging), eventarc: at(eventarc), tasks: at(tasks), ui: { enabled: false } },
  };
  const described = JSON.stringify({ ...configuration, emulators });
  writeFileSync(join(path, "firebase.json"), described);
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
