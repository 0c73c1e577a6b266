import { join } from "node:path";
import type { Refusal } from "../../cli/command";
import { deployParameters } from "../../cli/project/parameters";
import { buildSources, watchSources, type Sources } from "../sources/sources";
import { cleanEnvironment, logFileFor, requireDemoProject } from "./isolation";
import { startEmulators } from "./emulators";
import type { FirestoreWish } from "./firestore";
import { startBacking } from "./backing";
import { makeStackFolder } from "./folder";
import { loadedFunctions, requireAll, warmUp } from "./functions";
import {
  localParameters,
  localSecrets,
  secretFile,
  writeParameterFiles,
  type Parameters,
} from "./parameters";
import { requireFree } from "../ports/free-ports";
import { addressesOf, portsAt, type Addresses } from "../ports/ports";
import { startDataServer } from "../data/server";
import { openKept } from "./data/kept";
import { noSeeds, type SeedFile } from "./data/seed-file";
import { seedAccounts, seededAccount, seeds } from "./seeds";
import { Stops } from "./stops";
import { together } from "../together";
import type { Reloads } from "../sources/reloads";

const root = join(__dirname, "../..");

export interface StackOptions {
  /** Must begin with `demo-`. */
  projectId: string;
  /** Added to every port. Default 0. */
  portOffset?: number;
  /** Default `embedded`. */
  firestore?: FirestoreWish;
  /** Whether a changed source is built and loaded at once. Default `false`. */
  watch?: boolean;
  /** Values of parameters that differ from the local stack's usual ones. */
  parameters?: Parameters;
  /** The folder of the functions. Default: the project's. */
  functions?: string;
  /** Whether accounts and documents are kept, and those that were are taken up again. Default `false`. */
  keep?: boolean;
  /** What it begins with beside its own accounts, unless something was kept. Default: nothing. */
  seedFile?: SeedFile;
  /** Gets lines for the person at the terminal. Default: none. */
  log?: (line: string) => void;
  /** Aborts the start. */
  signal?: AbortSignal;
}

/** A running local stack. */
export interface Stack {
  projectId: string;
  addresses: Addresses;
  /** Says what works on the Firestore that runs, and what to do for the rest. */
  firestore: string;
  /** Has all that the emulators print, action links included. */
  logFile: string;
  /** Has the secrets that the functions were given. */
  secretFile: string;
  /** Resolves with the reason when the emulators are down, `stop` included. */
  ended: Promise<Refusal>;
  /** Stops everything and leaves nothing behind. */
  stop(): Promise<void>;
}

/** Starts the whole local stack. If that fails or is aborted, everything that was started is stopped before this throws. */
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
    firestore: wish = "embedded",
    watch = false,
    parameters = {},
    functions = join(root, "functions"),
    keep = false,
    seedFile = noSeeds,
    log = () => undefined,
  }: StackOptions,
  stops: Stops,
  breakOff: AbortController,
): Promise<Stack> {
  const { signal } = breakOff;
  requireDemoProject(projectId);
  // Google's libraries would look for a server that exists only on Google's own machines.
  process.env.METADATA_SERVER_DETECTION = "none";
  const ports = portsAt(portOffset);
  await requireFree(ports);
  const addresses = addressesOf(ports);
  const kept = keep ? openKept(root, projectId, portOffset) : undefined;

  const folder = makeStackFolder({ root, functions, projectId }, ports);
  stops.add(() => folder.remove());
  // The files of the usual stack are kept in the project; those of other stacks are removed with them.
  const parameterFolder = portOffset === 0 ? functions : folder.functions;
  const writeParameters = () => {
    const team = deployParameters(projectId, functions);
    const local = { ...localParameters(ports, team), ...parameters };
    writeParameterFiles(parameterFolder, local, localSecrets(ports, kept?.keys));
    return { ...team, ...local };
  };

  log("Building the functions and the pages, starting the mail catcher and Firestore");
  const sources: Sources = {
    functions: { functions, output: join(folder.functions, "lib") },
    pages: {
      web: join(root, "web"),
      output: join(folder.path, "web/dist"),
      parameters: {},
      inbox: `http://${addresses.inbox}`,
      data: { page: `http://${addresses.data}`, hosting: `http://${addresses.hosting}` },
    },
    projectId,
    parameters: writeParameters,
    log,
  };
  let reloads: Reloads | undefined;
  const built = (watch ? watchSources(sources, stops) : buildSources(sources)).then((sources) => {
    if (parameterFolder !== folder.functions) folder.linkParameters();
    reloads = sources.reloads;
    return sources.names;
  });
  const rules = join(root, "firestore.rules");
  const named = { ...deployParameters(projectId, functions), ...parameters };
  const backing = {
    ...{ wish, rules, folder: folder.path, projectId, ports, addresses },
    ...{ parameters: named, log, kept, seeds: seedFile },
  };
  const data = {
    ...{ port: ports.data, projectId, addresses, parameters: named },
    pages: join(folder.path, "web/dist"),
  };
  const underWay = together([
    built,
    startBacking(backing, stops),
    stops.started(startDataServer(data)),
  ]);
  const logFile = logFileFor(root, projectId, portOffset);
  const emulators = startEmulators({
    folder: folder.path,
    projectId,
    only: ["auth", "functions", "hosting"],
    environment: { ...cleanEnvironment(), FIRESTORE_EMULATOR_HOST: addresses.firestore },
    logFile,
    functions: {
      line: log,
      loaded: (loaded) => reloads?.loaded(loaded),
      notLoaded: () => reloads?.notLoaded(),
    },
    built,
    signal,
  });
  void emulators.ended.then((reason) => breakOff.abort(reason));
  // Added last, whatever becomes of the rest: they are stopped first, before what they lean on.
  const [names, firestore] = await underWay.finally(() => stops.add(() => emulators.stop()));
  void firestore.ended.then((reason) => breakOff.abort(reason));
  signal.throwIfAborted();
  log("Starting the Firebase emulators");
  await emulators.ready;
  const loaded = await loadedFunctions(addresses.functions, projectId, signal);
  requireAll(names, loaded);

  log("Seeding the accounts and making the first requests");
  const seeded = [...seeds, ...seedFile.users].map(seededAccount);
  const accounts = kept?.isThere ? kept.accounts : seeded;
  await seedAccounts(projectId, addresses.auth, signal, accounts);
  // Before anything is stopped.
  if (kept) stops.add(() => kept.keepAccounts(projectId, addresses.auth));
  for (const flaw of await warmUp(loaded, signal)) log(flaw);

  return {
    projectId,
    addresses,
    firestore: firestore.summary,
    logFile,
    secretFile: join(parameterFolder, secretFile),
    ended: Promise.race([emulators.ended, firestore.ended]),
    stop: () => stops.run(),
  };
}
