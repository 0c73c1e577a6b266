import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";

const root = join(__dirname, "../..");

/** Copies into a folder what a fresh clone of this repository, as it is now, would have. */
export function makeClone(folder: string): void {
  const list = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const files = execFileSync("git", list, { cwd: root, encoding: "utf8" });
  for (const file of files.split("\0").filter(Boolean)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(root, file), join(folder, file), { force: true });
  }
  // What npm would install is there already, and a test need not fetch it again.
  for (const part of ["node_modules", "functions/node_modules"]) {
    symlinkSync(join(root, part), join(folder, part));
  }
}

/** Runs `npm start` in a clone, with options of its own, until it says that it is ready. */
export async function startIn(
  clone: string,
  portOffset: number,
  options: readonly string[] = [],
): Promise<ChildProcess> {
  const start = spawn("npm", ["start", "--", "--port-offset", String(portOffset), ...options], {
    cwd: clone,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const said: string[] = [];
  for await (const line of createInterface(start.stdout)) {
    said.push(line);
    if (line === "ready") return start;
  }
  throw new Error(`npm start ended:\n${said.join("\n")}`);
}

/** Tells a process to end, and waits for it and for all that it started: they write to the same pipe. */
export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, "close");
  child.stdout?.resume();
  child.kill("SIGTERM");
  await closed;
}
