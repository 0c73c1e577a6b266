import { spawn } from "node:child_process";
import { join } from "node:path";
import { missingForOfficial } from "../../local/official-firestore/emulator";
import { Refusal } from "../command";
import type { Counts } from "../jest/counts";

const root = join(__dirname, "../..");

/** Runs Jest with the arguments it gets, and ends with one line that counts. */
export async function main(args: string[]): Promise<void> {
  const { firestore, rest } = takeFirestore(args);
  // The configuration has a reporter that sends the counts.
  const jest = spawn(process.execPath, [require.resolve("jest/bin/jest"), ...rest], {
    cwd: root,
    env: { ...process.env, TEST_FIRESTORE: firestore },
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => jest.kill(signal));
  // Without a report, the run counts as failed.
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

/** Takes `--firestore <which>` out of what Jest gets. */
function takeFirestore(args: string[]): { firestore: string; rest: string[] } {
  const at = args.indexOf("--firestore");
  if (at < 0) return { firestore: "embedded", rest: args };
  const firestore = args[at + 1] ?? "";
  if (!["embedded", "official"].includes(firestore)) {
    throw new Refusal(`--firestore is embedded or official: not "${firestore}".`);
  }
  const missing = firestore === "official" ? missingForOfficial(process.env) : undefined;
  if (missing !== undefined) throw new Refusal(`For the official Firestore emulator, ${missing}.`);
  return { firestore, rest: args.toSpliced(at, 2) };
}
