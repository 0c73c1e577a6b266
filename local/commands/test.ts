import { spawn } from "node:child_process";
import { join } from "node:path";
import type { Counts } from "../jest/counts";

const root = join(__dirname, "../..");

/** Runs Jest with the arguments it gets, and ends with one line that counts. */
export async function main(args: string[]): Promise<void> {
  const jest = spawn(
    process.execPath,
    [
      require.resolve("jest/bin/jest"),
      ...["--reporters", "default", "--reporters", join(__dirname, "../jest/counts.js")],
      ...args,
    ],
    { cwd: root, stdio: ["inherit", "inherit", "inherit", "ipc"] },
  );
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => jest.kill(signal));
  // What is not heard of can't be said to have passed.
  let counts: Counts = { passed: 0, failed: 1, skipped: 0, skippedTests: [] };
  jest.on("message", (message) => (counts = message as Counts));
  const code = await new Promise<number | null>((resolve, reject) => {
    jest.on("error", reject);
    jest.on("close", resolve);
  });
  const { passed, failed, skipped, skippedTests } = counts;
  for (const name of skippedTests) console.log(`Skipped: ${name}`);
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  process.exit(failed > 0 ? 1 : (code ?? 1));
}
