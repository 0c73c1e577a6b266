import { spawn } from "node:child_process";
import { join } from "node:path";
import type { Counts } from "../jest/counts";

const root = join(__dirname, "../..");

/** Runs Jest with the arguments it gets, and ends with one line that counts. */
export async function main(args: string[]): Promise<void> {
  // The configuration has a reporter that sends the counts.
  const jest = spawn(process.execPath, [require.resolve("jest/bin/jest"), ...args], {
    cwd: root,
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => jest.kill(signal));
  // Until the reporter has sent its counts, the run counts as failed.
  let counts: Counts = { passed: 0, failed: 1, skipped: 0, skippedIn: {} };
  jest.on("message", (message) => (counts = message as Counts));
  const code = await new Promise<number | null>((resolve, reject) => {
    jest.on("error", reject);
    jest.on("close", resolve);
  });
  const { passed, failed, skipped, skippedIn } = counts;
  for (const [where, count] of Object.entries(skippedIn)) {
    console.log(`Skipped: ${where} (${count})`);
  }
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  process.exit(failed > 0 ? 1 : (code ?? 1));
}
