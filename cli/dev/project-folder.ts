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
  const folders = [configuration.functions ?? []]
    .flat()
    .map(({ source = "functions" }) => join(folder, source));
  const functions = folders.find(hasBackEnd) ?? folders[0];
  if (functions === undefined) throw new Refusal("firebase.json names no functions.");
  return { folder, functions, configuration };
}

/** Of several codebases, the one that has the parameters. */
function hasBackEnd(functions: string): boolean {
  const file = join(functions, "package.json");
  return existsSync(file) && readFileSync(file, "utf8").includes('"firebase-auth-backend"');
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
