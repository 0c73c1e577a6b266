import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { Refusal } from "../../cli/command";
import { freePort } from "../ports/free-ports";
import { killGroup } from "../process-group";
import { fetchCommand, findJar, type Environment } from "./jar";
import { findJavas } from "./java";

const mainClass = "com.google.cloud.datastore.emulator.firestore.CloudFirestore";

/** Milliseconds that the emulator has for its start. */
const startTimeout = 60_000;

/** How many of its last lines a failure shows. */
const lastLines = 5;

export interface OfficialOptions {
  /** Default: any free one. */
  port?: number;
  /** The file with the rules that hold from the start. Default: everything is allowed. */
  rules?: string;
  /** Where Java and the jar are looked for. Default: this process's environment. */
  environment?: Environment;
}

/** Google's Firestore emulator in its own process, which ends with this one, however this one ends. */
export interface OfficialFirestore {
  host: string;
  jar: string;
  java: string;
  /** Resolves when the emulator is down, `stop` included. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

/** What is missing for the official emulator, `undefined` when nothing is. */
export function missingForOfficial(environment: Environment): string | undefined {
  const missing = [
    ...(findJavas(environment).length === 0 ? ["install Java"] : []),
    ...(findJar(environment) === undefined ? [`run "${fetchCommand}"`] : []),
  ];
  return missing.length === 0 ? undefined : missing.join(" and ");
}

/** Starts the official emulator with the first Java of this machine that runs it; the jar itself decides that. */
export async function startOfficialFirestore({
  port,
  rules,
  environment = process.env,
}: OfficialOptions = {}): Promise<OfficialFirestore> {
  const jar = findJar(environment);
  const missing = missingForOfficial(environment);
  if (jar === undefined || missing !== undefined) {
    throw new Refusal(`For the official Firestore emulator, ${missing}.`);
  }
  const host = `127.0.0.1:${port ?? (await freePort())}`;
  const failures: string[] = [];
  for (const java of findJavas(environment)) {
    const started = await launch(java, jar, host, rules);
    if (typeof started !== "string") return { host, jar, java, ...started };
    failures.push(`${java}: ${started}`);
  }
  throw new Refusal(
    `The official Firestore emulator (${jar}) did not start.\n  ${failures.join("\n  ")}`,
  );
}

type Launched = Pick<OfficialFirestore, "ended" | "stop">;

/** Resolves with the emulator once it answers, or with what it said when it did not start. */
async function launch(
  java: string,
  jar: string,
  host: string,
  rules: string | undefined,
): Promise<Launched | string> {
  const [address = "", port = ""] = host.split(":");
  const supervisor = spawn(
    process.execPath,
    [
      join(__dirname, "supervisor.js"),
      // Messages in English, and no file of statistics that a killed JVM leaves behind.
      ...[java, "-Duser.language=en", "-XX:-UsePerfData"],
      // A third less of the processor's time until it answers: nobody runs it for long enough to gain from more.
      ...["-XX:TieredStopAtLevel=1", "-cp", jar, mainClass],
      ...["--host", address, "--port", port, ...(rules === undefined ? [] : ["--rules", rules])],
    ],
    // Not reached by the terminal's Ctrl-C: its starter decides when it stops.
    { stdio: ["pipe", "pipe", "pipe"], detached: true, windowsHide: true },
  );
  const said = lastSaid(supervisor);
  // A supervisor that was killed leaves the JVM behind.
  supervisor.once("exit", () => killGroup(supervisor));
  const ended = once(supervisor, "close").then(() => undefined);
  const stop = async () => {
    supervisor.stdin.destroy();
    await ended;
  };
  const deadline = Date.now() + startTimeout;
  while (!(await answers(host))) {
    if (supervisor.exitCode !== null || Date.now() > deadline) {
      await stop();
      return said.join(" ").trim() || "It said nothing.";
    }
    await sleep(100);
  }
  return { ended, stop };
}

/** The last lines that a process printed, growing as it prints. Warnings of newer Java versions about old libraries are left out. */
function lastSaid({ stdout, stderr }: ChildProcess): string[] {
  const lines: string[] = [];
  for (const stream of [stdout, stderr]) {
    if (!stream) continue;
    createInterface(stream).on("line", (line) => {
      if (line.startsWith("WARNING: ") || lines.length === lastLines) return;
      lines.push(line.trim());
    });
  }
  return lines;
}

const answers = (host: string): Promise<boolean> =>
  fetch(`http://${host}/`).then(
    ({ ok }) => ok,
    () => false,
  );
