import { spawn } from "node:child_process";
import { join } from "node:path";
import type { Counts } from "./counts";

export type Engine = "embedded" | "official";
export type Run = Counts & { code: number };

/** Jest stops what the tests share after the last one; then it has nothing left to do. */
const endSeconds = 90;

/** Runs Jest once, with the tests that need a Firestore on one engine. */
export async function runJest(args: string[], engine: Engine): Promise<Run> {
  // The configuration has a reporter that sends the counts.
  const jest = spawn(process.execPath, [require.resolve("jest/bin/jest"), ...args], {
    cwd: join(__dirname, "../.."),
    env: { ...process.env, TEST_FIRESTORE: engine },
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  const pass = (signal: NodeJS.Signals) => jest.kill(signal);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, pass);
  // Without a report nothing can be said to have passed.
  let counts: Counts = { passed: 0, failed: 1, skipped: 0, skippedIn: {}, failedFiles: [] };
  let overdue: NodeJS.Timeout | undefined;
  jest.on("message", (message) => {
    counts = message as Counts;
    overdue = setTimeout(() => {
      console.log("Jest had to be ended: a test has left something open.");
      jest.kill("SIGKILL");
    }, endSeconds * 1000);
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    jest.on("error", reject);
    jest.on("close", resolve);
  });
  clearTimeout(overdue);
  // Without a code it was killed: what it had to say counts, and that it did not end by itself.
  return { ...counts, code: code ?? 1 };
}
