import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { requireFree } from "../../local/ports/free-ports";
import { addressesOf, type Addresses, portsAt } from "../../local/ports/ports";
import { startBacking } from "../../local/stack/backing";
import { startEmulators } from "../../local/stack/emulators";
import { loadedFunctions, warmUp } from "../../local/stack/functions";
import { cleanEnvironment, logFileFor, requireDemoProject } from "../../local/stack/isolation";
import { localParameters, localSecrets, writeParameterFiles } from "../../local/stack/parameters";
import { seedAccounts } from "../../local/stack/seeds";
import { Stops } from "../../local/stack/stops";
import { type Project, runnableFolder } from "./project-folder";

export interface LocalStackOptions {
  projectId: string;
  portOffset: number;
  log: (line: string) => void;
  signal: AbortSignal;
}

export interface LocalStack {
  addresses: Addresses;
  logFile: string;
  /** Resolves with the reason when it ended by itself. */
  ended: Promise<Error>;
  stop(): Promise<void>;
}

/** Starts a project's functions, pages, accounts, Firestore and inbox. What was started is stopped where the rest fails. */
export async function startLocalStack(
  project: Project,
  options: LocalStackOptions,
): Promise<LocalStack> {
  const stops = new Stops();
  try {
    return await bringUp(project, options, stops);
  } catch (error) {
    await stops.run();
    throw error;
  }
}

async function bringUp(
  project: Project,
  { projectId, portOffset, log, signal }: LocalStackOptions,
  stops: Stops,
): Promise<LocalStack> {
  requireDemoProject(projectId);
  process.env.METADATA_SERVER_DETECTION = "none";
  const ports = portsAt(portOffset);
  await requireFree(ports);
  const addresses = addressesOf(ports);
  const team = teamParameters(project.functions);
  const local = localParameters(ports, team);
  const parameters = { ...team, ...local };
  writeParameterFiles(project.functions, local, localSecrets(ports));
  const folder = runnableFolder(project, ports);
  stops.add(() => folder.remove());
  log("Starting Firestore, the inbox and the Firebase emulators");
  const rules = join(project.folder, "firestore.rules");
  const firestore = await startBacking(
    {
      ...{ wish: "embedded", rules, folder: folder.path, projectId },
      ...{ ports, addresses, parameters, log },
    },
    stops,
  );
  signal.throwIfAborted();
  const logFile = logFileFor(project.folder, projectId, portOffset);
  const emulators = startEmulators({
    folder: folder.path,
    projectId,
    only: ["auth", "functions", ...(project.configuration.hosting ? ["hosting"] : [])],
    environment: { ...cleanEnvironment(), FIRESTORE_EMULATOR_HOST: addresses.firestore },
    logFile,
    functions: { line: log, loaded: () => log("Functions loaded"), notLoaded: () => undefined },
    signal,
  });
  stops.add(() => emulators.stop());
  await emulators.ready;
  await seedAccounts(projectId, addresses.auth, signal);
  const loaded = await loadedFunctions(addresses.functions, projectId, signal);
  for (const flaw of await warmUp(loaded, signal)) log(flaw);
  const ended = Promise.race([emulators.ended, firestore.ended]);
  return { addresses, logFile, ended, stop: () => stops.run() };
}

function teamParameters(functions: string): Record<string, string> {
  const file = join(functions, ".env");
  return existsSync(file) ? (parseEnv(readFileSync(file, "utf8")) as Record<string, string>) : {};
}
