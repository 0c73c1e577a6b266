import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { connect } from "node:net";
import { type IncomingMessage, request as httpRequest } from "node:http";
import { cpus } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Program } from "./subjects";
import { freePort } from "../../local/ports/free-ports";

/** The request whose reply is waited for; any other status than 200 is an error. */
export interface Asked {
  path: string;
  body?: object;
  token?: string;
  /** What is in the reply. */
  says?: string;
}

export interface Start {
  /** Milliseconds from the start of the process to the whole reply. */
  milliseconds: number;
  /** Milliseconds in which one of its threads ran; `NaN` where the system does not tell. */
  running: number;
  /** Its resident memory then, in megabytes; `NaN` where the system does not tell. */
  megabytes: number;
}

/** Milliseconds between two attempts to reach a process that does not listen yet. */
const pause = 2;

const preload = join(__dirname, "loaded.js");

/** Starts a program, asks it, and ends it. */
export async function start(node: string, program: Program, asked: Asked): Promise<Start> {
  const port = await freePort();
  const begun = performance.now();
  const child = launch(node, program, port, {});
  try {
    await reply(child, port, asked);
    const milliseconds = performance.now() - begun;
    return { milliseconds, running: runMilliseconds(child), megabytes: residentMegabytes(child) };
  } finally {
    await end(child);
  }
}

/** Starts a program once more, not timed, and says how many megabytes of code it loaded for its reply. */
export async function codeMegabytes(node: string, program: Program, asked: Asked): Promise<number> {
  const port = await freePort();
  const child = launch(node, program, port, { NODE_OPTIONS: `--require ${preload}` });
  try {
    await reply(child, port, asked);
    child.send("how much?");
    const [bytes] = (await once(child, "message")) as [number];
    return bytes / 1e6;
  } finally {
    await end(child);
  }
}

/** On one core, where the system can be told to. */
function launch(
  node: string,
  { args }: Program,
  port: number,
  env: Record<string, string>,
): ChildProcess {
  const core = cpus().length - 1;
  const [command = node, ...rest] = canPin ? ["taskset", "-c", `${core}`, node] : [node];
  return spawn(command, [...rest, ...args], {
    env: { ...process.env, ...env, PORT: `${port}` },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
}

const canPin = (() => {
  try {
    execFileSync("taskset", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();

async function reply(child: ChildProcess, port: number, asked: Asked): Promise<void> {
  while (!(await listens(port))) {
    if (child.exitCode !== null) throw new Error("The program ended before it listened.");
    await sleep(pause);
  }
  const { status, text } = await send(port, asked);
  if (status !== 200 || !text.includes(asked.says ?? ""))
    throw new Error(`${asked.path} was answered with ${status}: ${text}`);
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    const answer = (yes: boolean) => {
      socket.destroy();
      resolve(yes);
    };
    socket.once("connect", () => answer(true)).once("error", () => answer(false));
  });
}

async function send(
  port: number,
  { path, body, token }: Asked,
): Promise<{ status: number | undefined; text: string }> {
  const outgoing = httpRequest({
    ...{ host: "127.0.0.1", port, path, method: body ? "POST" : "GET", agent: false },
    headers: {
      ...(body && { "content-type": "application/json" }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
  });
  outgoing.end(body && JSON.stringify(body));
  const [incoming] = (await once(outgoing, "response")) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return { status: incoming.statusCode, text: Buffer.concat(chunks).toString() };
}

function runMilliseconds({ pid }: ChildProcess): number {
  try {
    const tasks = readdirSync(`/proc/${pid}/task`);
    const nanoseconds = tasks.map((task) =>
      Number(readFileSync(`/proc/${pid}/task/${task}/schedstat`, "utf8").split(" ")[0]),
    );
    return nanoseconds.reduce((sum, some) => sum + some, 0) / 1e6;
  } catch {
    return NaN;
  }
}

function residentMegabytes({ pid }: ChildProcess): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? NaN) / 1000;
  } catch {
    return NaN;
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const exited = once(child, "exit");
  child.kill("SIGKILL");
  await exited;
}
