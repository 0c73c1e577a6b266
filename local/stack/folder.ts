import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { teamFiles } from "../sources/parameter-watch";
import { parameterFiles } from "./parameters";
import type { PortNumbers } from "../ports/ports";

/** The parts of `functions/` that do not belong beside the bundle: its sources, and what each stack makes for itself. */
const notLinked = new Set(["lib", "src", "test", "package.json", ...parameterFiles]);

/** The parts of the project's top level that the Firebase CLI reads. */
const linked = ["firestore.rules", "firestore.indexes.json"];

/** The folder that one stack runs in: the project as the Firebase CLI sees it, with the stack's own ports, bundle, pages and parameters. */
export interface StackFolder {
  path: string;
  functions: string;
  /** Applies the parameter files of the project's folder to this stack. */
  linkParameters(): void;
  remove(): void;
}

/** Lays out a stack's folder among the temporary files. */
export function makeStackFolder(
  { root, functions, projectId }: { root: string; functions: string; projectId: string },
  ports: PortNumbers,
): StackFolder {
  const path = mkdtempSync(join(tmpdir(), "auth-stack-"));
  mkdirSync(join(path, "functions"));
  const link = (name: string) => symlinkSync(join(functions, name), join(path, "functions", name));
  const present = readdirSync(functions).filter((name) => !notLinked.has(name));
  // A link to a parameter file that does not exist yet works once somebody writes it.
  new Set([...present, ...teamFiles(projectId)]).forEach(link);
  const description = JSON.parse(readFileSync(join(functions, "package.json"), "utf8")) as Package;
  writeFileSync(join(path, "functions/package.json"), JSON.stringify(asInstalled(description)));
  for (const name of linked) symlinkSync(join(root, name), join(path, name));
  const configuration = JSON.parse(
    readFileSync(join(root, "firebase.json"), "utf8"),
  ) as Configuration;
  writeFileSync(join(path, "firebase.json"), JSON.stringify(withPorts(configuration, ports)));
  return {
    path,
    functions: join(path, "functions"),
    linkParameters: () => parameterFiles.forEach(link),
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

interface Package {
  dependencies: Record<string, string>;
  peerDependencies: Record<string, string>;
}

/** A team's own project depends on the SDKs itself; the emulator warns at each start of a function where nobody does. */
function asInstalled(description: Package): Package {
  const { dependencies, peerDependencies } = description;
  return { ...description, dependencies: { ...dependencies, ...peerDependencies } };
}

interface Configuration {
  emulators: Record<string, unknown>;
}

function withPorts(configuration: Configuration, ports: PortNumbers): Configuration {
  const emulators = { ...configuration.emulators };
  for (const [name, port] of Object.entries(ports)) {
    if (name in emulators) emulators[name] = { host: "127.0.0.1", port };
  }
  return { ...configuration, emulators };
}
