import { spawn, type ChildProcess } from "node:child_process";
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { stripVTControlCharacters } from "node:util";
import { Refusal } from "../../cli/command";
import { killGroup } from "../process-group";

/** Milliseconds that the emulators are given to end by themselves; on two busy cores they take about two seconds. */
const patience = 7_000;

/** How many of the last lines a failure shows. */
const lastLines = 20;

export interface EmulatorsOptions {
  /** The folder with the `firebase.json` to run. */
  folder: string;
  projectId: string;
  only: readonly string[];
  environment: NodeJS.ProcessEnv;
  /** Gets everything that the emulators print. */
  logFile: string;
  /** Is told about the functions, once all is ready. */
  functions: FunctionsListener;
  /** When the folder is complete; the CLI is loaded meanwhile. Default: at once. */
  built?: Promise<unknown>;
  /** Aborts the wait for `ready`. */
  signal: AbortSignal;
}

/** What a developer wants to know of the functions while they work on them. */
export interface FunctionsListener {
  /** What the functions print, and what goes wrong with them. */
  line(line: string): void;
  /** They were loaded again; these are their names. */
  loaded(names: string[]): void;
  /** They were to be loaded again and could not be. */
  notLoaded(): void;
}

/** The Firebase CLI and all that it started. */
export interface Emulators {
  /** Resolves when every emulator listens and the functions are loaded; rejects when they can't be. */
  ready: Promise<void>;
  /** Resolves when the CLI has ended, for whatever reason. */
  ended: Promise<Refusal>;
  stop(): Promise<void>;
}

/** Starts the Firebase emulators in their own process group, which the terminal's Ctrl-C does not reach. */
export function startEmulators({
  folder,
  projectId,
  only,
  environment,
  logFile,
  functions,
  built = Promise.resolve(),
  signal,
}: EmulatorsOptions): Emulators {
  const cli = spawn(
    process.execPath,
    [
      join(__dirname, "firebase.js"),
      ...["emulators:start", "--project", projectId, "--only", only.join(",")],
    ],
    {
      cwd: folder,
      env: {
        // The functions are read from a file, not from a server of which the CLI waits for seconds until it has stopped.
        FIREBASE_FUNCTIONS_DISCOVERY_OUTPUT_PATH: "true",
        // In seconds: on a busy machine, twenty functions that start at once need more than the CLI's 30.
        FUNCTIONS_DISCOVERY_TIMEOUT: "60",
        ...environment,
        // Its sockets and locators are removed with the folder, and the developer's own login is not used.
        TMPDIR: folder,
        XDG_CONFIG_HOME: folder,
        METADATA_SERVER_DETECTION: "none",
        NO_COLOR: "1",
      },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
      detached: true,
    },
  );
  // Whoever builds hears of a failure of the build, and of a CLI that is gone.
  const begin = () => cli.send("begin", () => undefined);
  void built.then(begin, () => undefined);
  const last: string[] = [];
  const failure = (what: string) =>
    new Refusal(`${what} The whole log is ${logFile}; it ends with:\n  ${last.join("\n  ")}`);

  const ended = new Promise<Refusal>((resolve) => {
    cli.once("error", ({ message }) => resolve(failure(`The emulators can't be run: ${message}.`)));
    // The CLI leaves its workers behind when it is killed.
    cli.once("exit", () => killGroup(cli));
    cli.once("close", (code, cause) => {
      resolve(failure(`The emulators ended (${cause ?? `exit code ${code}`}).`));
    });
  });

  const ready = new Promise<void>((resolve, reject) => {
    let isReady = false;
    const log = createWriteStream(logFile, { mode: 0o600 });
    cli.once("close", () => log.end());
    readLines(cli, (line) => {
      log.write(`${line}\n`);
      if (line.trim() !== "" && !holdsCode(line)) last.push(line);
      if (last.length > lastLines) last.shift();
      if (isReady) tell(functions, line);
      else if (line.includes(notLoaded)) reject(failure("The functions did not load."));
      if (line.includes("All emulators ready")) {
        isReady = true;
        resolve();
      }
    });
    signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
  });

  // Whoever waits for it hears of it; nobody does while the rest is still being started.
  ready.catch(() => undefined);
  return {
    ready,
    ended,
    stop: async () => {
      cli.kill("SIGTERM");
      const overdue = setTimeout(() => killGroup(cli), patience);
      await ended;
      clearTimeout(overdue);
    },
  };
}

function readLines(cli: ChildProcess, onLine: (line: string) => void): void {
  for (const stream of [cli.stdout, cli.stderr]) {
    if (stream)
      createInterface(stream).on("line", (line) => onLine(stripVTControlCharacters(line)));
  }
}

/** Messages of the emulators that a developer need not see again and again. */
const noise =
  /"severity":"DEBUG"|Your requested "node" version|External network resource requested/;

const notLoaded = "Failed to load function definition";
const loaded = /Loaded functions definitions from source: (.*)\.$/;

function tell(functions: FunctionsListener, line: string): void {
  if (concernsFunctions(line)) functions.line(line);
  if (line.includes(notLoaded)) functions.notLoaded();
  const [, names] = loaded.exec(line) ?? [];
  if (names !== undefined) functions.loaded(names.split(", "));
}

/** Separates the functions' own output and errors from the emulators' chatter. */
function concernsFunctions(line: string): boolean {
  const concerns = /^(> |⚠|!!|✖)/.test(line) || line.includes(notLoaded);
  return concerns && !noise.test(line) && !holdsCode(line);
}

/** An action link is as good as a password. */
function holdsCode(line: string): boolean {
  return line.includes("oobCode");
}
