import { spawn } from "node:child_process";
import { join } from "node:path";
import { missingForOfficial } from "../../local/official-firestore/emulator";
import { Refusal } from "../command";
import type { Counts } from "../jest/counts";

const root = join(__dirname, "../..");

/** What of the suite depends most on how Firestore behaves: changes and mails that contend, and every operation once. */
const representative = [
  "functions/test/accounts",
  "functions/test/contract",
  "functions/test/mail/outbox",
];

/** Runs Jest with the arguments it gets, and ends with one line that counts. */
export async function main(args: string[]): Promise<void> {
  const { firestore, rest } = takeFirestore(args);
  const runs = [await runJest(rest, firestore === "official" ? "official" : "embedded")];
  if (firestore === "both") {
    const missing = missingForOfficial(process.env);
    if (missing === undefined) runs.push(await runJest(representative, "official"));
    else console.log(`Nothing ran on the official Firestore emulator: for that, ${missing}.`);
  }
  for (const { skippedIn } of runs) {
    for (const [where, count] of Object.entries(skippedIn)) {
      console.log(`Skipped: ${where} (${count})`);
    }
  }
  const sum = (of: "passed" | "failed" | "skipped") =>
    runs.reduce((total, run) => total + run[of], 0);
  console.log(`${sum("passed")} passed, ${sum("failed")} failed, ${sum("skipped")} skipped`);
  process.exit(sum("failed") > 0 ? 1 : Math.max(...runs.map(({ code }) => code)));
}

type Engine = "embedded" | "official";

/** Jest stops what the tests share after the last one; then it has nothing left to do. */
const endSeconds = 90;

/** Runs Jest once, with the tests that need a Firestore on one engine. */
async function runJest(args: string[], engine: Engine): Promise<Counts & { code: number }> {
  // The configuration has a reporter that sends the counts.
  const jest = spawn(process.execPath, [require.resolve("jest/bin/jest"), ...args], {
    cwd: root,
    env: { ...process.env, TEST_FIRESTORE: engine },
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => jest.kill(signal));
  // Without a report nothing can be said to have passed.
  let counts: Counts = { passed: 0, failed: 1, skipped: 0, skippedIn: {} };
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

const wishes = ["embedded", "official", "both"] as const;

/** Takes `--firestore <which>` out of what Jest gets. */
function takeFirestore(args: string[]): { firestore: (typeof wishes)[number]; rest: string[] } {
  const at = args.indexOf("--firestore");
  if (at < 0) return { firestore: "embedded", rest: args };
  const firestore = wishes.find((wish) => wish === args[at + 1]);
  if (!firestore) {
    throw new Refusal(`--firestore is one of ${wishes.join(", ")}: not "${args[at + 1] ?? ""}".`);
  }
  const missing = firestore === "official" ? missingForOfficial(process.env) : undefined;
  if (missing !== undefined) throw new Refusal(`For the official Firestore emulator, ${missing}.`);
  return { firestore, rest: args.toSpliced(at, 2) };
}
