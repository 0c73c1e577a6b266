import { missingForOfficial } from "../../local/official-firestore/emulator";
import { takeFirestore } from "../jest/firestore-wish";
import { runJest, type Engine, type Run } from "../jest/run";
import { withSecondTry } from "../jest/second-try";

/** What of the suite depends most on how Firestore behaves: changes and mails that contend, and every operation once. */
const representative = [
  "functions/test/accounts",
  "functions/test/contract",
  "functions/test/mail/outbox",
];

/** Runs Jest with the arguments it gets, and ends with one line that counts. */
export async function main(args: string[]): Promise<void> {
  const { firestore, rest } = takeFirestore(args);
  const runs = [await run(rest, firestore === "official" ? "official" : "embedded")];
  if (firestore === "both") {
    const missing = missingForOfficial(process.env);
    if (missing === undefined) runs.push(await run(representative, "official"));
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

/** Runs the tests on one engine; in CI, what failed gets a second try. */
async function run(args: string[], engine: Engine): Promise<Run> {
  const first = await runJest(args, engine);
  return process.env.CI ? withSecondTry(first, engine) : first;
}
