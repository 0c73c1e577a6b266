import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { buildFunctions, exportedFunctions, watchFunctions } from "../../cli/build/build";
import { buildPages, watchPages, type PagesBuild } from "../../cli/build/pages";
import { Refusal } from "../../cli/command";
import { startEmbeddedFirestore } from "../firestore";
import { deployParameters } from "../../cli/project/parameters";
import { startEmulators } from "./emulators";
import { makeStackFolder } from "./folder";
import { loadedFunctions, warmUp } from "./functions";
import { startMailCatcher } from "./mail-catcher";
import { localParameters, localSecrets, writeParameterFiles, type Parameters } from "./parameters";
import { requireFree } from "./free-ports";
import { addressesOf, portsAt, type Addresses } from "./ports";
import { seedAccounts, seedDocuments } from "./seeds";
import { Stops } from "./stops";

const root = join(__dirname, "../..");

export interface StackOptions {
  /** Must begin with `demo-`. */
  projectId: string;
  /** Added to every port. Default 0. */
  portOffset?: number;
  /** Default `embedded`. */
  firestore?: "embedded" | "official";
  /** Whether a changed source is built and loaded at once. Default `false`. */
  watch?: boolean;
  /** Values of parameters that differ from the local stack's usual ones. */
  parameters?: Parameters;
  /** The folder of the functions. Default: the project's. */
  functions?: string;
  /** Gets lines for the person who waits and works. Default: nobody does. */
  log?: (line: string) => void;
  /** Breaks off the start. */
  signal?: AbortSignal;
}

/** A running local stack. */
export interface Stack {
  projectId: string;
  addresses: Addresses;
  /** Has all that the emulators print, action links included. */
  logFile: string;
  /** Resolves with the reason when the emulators are down, `stop` included. */
  ended: Promise<Refusal>;
  /** Stops everything and leaves nothing behind. */
  stop(): Promise<void>;
}

/** Starts the whole local stack. When that fails or is broken off, all that was started is stopped before this throws. */
export async function startStack({ signal, ...options }: StackOptions): Promise<Stack> {
  const stops = new Stops();
  const breakOff = new AbortController();
  const onAbort = () => breakOff.abort(signal?.reason);
  signal?.addEventListener("abort", onAbort, { once: true });
  if (signal?.aborted) onAbort();
  try {
    return await bringUp(options, stops, breakOff);
  } catch (error) {
    const reason: unknown = breakOff.signal.aborted ? breakOff.signal.reason : error;
    await stops.run();
    throw reason;
  }
}

async function bringUp(
  {
    projectId,
    portOffset = 0,
    firestore = "embedded",
    watch = false,
    parameters = {},
    functions = join(root, "functions"),
    log = () => undefined,
  }: StackOptions,
  stops: Stops,
  breakOff: AbortController,
): Promise<Stack> {
  const { signal } = breakOff;
  requireDemoProject(projectId);
  // Google's libraries would look for a server that only Google's own machines have.
  process.env.METADATA_SERVER_DETECTION = "none";
  const ports = portsAt(portOffset);
  await requireFree(ports);
  const addresses = addressesOf(ports);

  const folder = makeStackFolder(root, functions, ports);
  stops.add(() => folder.remove());
  // A developer finds the files of the usual stack in the project; those of others go with their stack.
  const parameterFolder = portOffset === 0 ? functions : folder.functions;
  const team = deployParameters(projectId, functions);
  const usual = localParameters(ports, team);
  writeParameterFiles(parameterFolder, { ...usual, ...parameters }, localSecrets(ports));
  if (parameterFolder !== folder.functions) folder.linkParameters();

  log("Building the functions and the pages");
  const bundle = { functions, output: join(folder.functions, "lib") };
  const pages: PagesBuild = {
    web: join(root, "web"),
    output: join(folder.path, "web/dist"),
    parameters: { ...team, ...usual, ...parameters },
    inbox: `http://${addresses.inbox}`,
  };
  const expected = await exportedFunctions(functions);
  if (watch) {
    const failed = (flaws: string[]) => log(`Not built: ${flaws.join("\n  ")}`);
    const watching = await watchFunctions(bundle, { failed });
    stops.add(() => watching.stop());
    const watchingPages = await watchPages(pages, { failed: log });
    stops.add(() => watchingPages.stop());
  } else {
    await buildFunctions(bundle);
    await buildPages(pages);
  }
  signal.throwIfAborted();

  log("Starting the mail catcher and Firestore");
  const mail = await startMailCatcher({ ...ports, folder: join(folder.path, "mail") });
  stops.add(() => mail.stop());
  if (firestore === "embedded") {
    const embedded = await startEmbeddedFirestore({ port: ports.firestore });
    stops.add(() => embedded.stop());
  }

  log("Starting the Firebase emulators");
  signal.throwIfAborted();
  const logFile = logFileFor(projectId, portOffset);
  const emulators = startEmulators({
    folder: folder.path,
    projectId,
    only: ["auth", "functions", "hosting", ...(firestore === "official" ? ["firestore"] : [])],
    environment: { ...cleanEnvironment(), FIRESTORE_EMULATOR_HOST: addresses.firestore },
    logFile,
    functionLog: log,
    signal,
  });
  stops.add(() => emulators.stop());
  void emulators.ended.then((reason) => breakOff.abort(reason));
  await emulators.ready;
  const loaded = await loadedFunctions(addresses.functions, projectId, signal);
  requireAll(expected, loaded);

  log("Seeding the accounts and making the first requests");
  await seedDocuments(projectId, addresses.firestore);
  await seedAccounts(projectId, addresses.auth, signal);
  for (const flaw of await warmUp(loaded, signal)) log(flaw);

  return { projectId, addresses, logFile, ended: emulators.ended, stop: () => stops.run() };
}

/** Code on the local stack would reach the real services of any other project. */
function requireDemoProject(projectId: string): void {
  if (/^demo-[a-z0-9-]{1,25}$/.test(projectId)) return;
  throw new Refusal(
    `The project id of a local stack begins with "demo-", so that nothing on it can reach a real project: not "${projectId}".`,
  );
}

/** The emulator says that it is ready even when functions are missing. */
function requireAll(expected: readonly string[], loaded: readonly { name: string }[]): void {
  const present = new Set(loaded.map(({ name }) => name));
  const missing = expected.filter((name) => !present.has(name));
  if (missing.length === 0) return;
  throw new Refusal(
    `functions/src/index.ts exports ${missing.join(", ")}, but the emulator did not load that. It may export functions only.`,
  );
}

/** What in a developer's environment would lead the emulators to a real project. */
const notPassedOn = ["GOOGLE_APPLICATION_CREDENTIALS", "FIREBASE_TOKEN", "FIREBASE_CONFIG"];

function cleanEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !notPassedOn.includes(name)),
  );
}

/** In a folder that git ignores, for the log holds action links. */
function logFileFor(projectId: string, portOffset: number): string {
  const folder = join(root, ".firebase");
  mkdirSync(folder, { recursive: true });
  // Two stacks of one clone may have the same project.
  return join(folder, portOffset === 0 ? `${projectId}.log` : `${projectId}-${portOffset}.log`);
}
