import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseOptions } from "../command";
import { chooseFirestore } from "../../local/firestore";
import { startOfficialEmulator } from "../../local/firestore/emulator";

const help = `
Usage: npm run test:rules

Tests firestore.rules on the official Firestore emulator, where firebase-tools has downloaded it and a Java
runs that is new enough. Elsewhere says why they are skipped.
`;

const root = join(__dirname, "../..");

export async function main(args: string[]): Promise<void> {
  parseOptions(args, {}, help);
  const { kind, why } = await chooseFirestore("auto");
  const emulator = kind === "official" ? await startOfficialEmulator() : undefined;
  if (!emulator) console.log(`The security rules are skipped, for Firestore is ${why}.`);
  try {
    const { passed, failed, skipped } = await runTests(emulator?.host);
    console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
    process.exitCode = failed === 0 ? 0 : 1;
  } finally {
    await emulator?.stop();
  }
}

interface JestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  /** Files that could not even be run. */
  numRuntimeErrorTestSuites: number;
}

async function runTests(
  host: string | undefined,
): Promise<{ passed: number; failed: number; skipped: number }> {
  const folder = mkdtempSync(join(tmpdir(), "rules-"));
  const outputFile = join(folder, "report.json");
  try {
    const jest = spawn(
      process.execPath,
      [
        require.resolve("jest/bin/jest"),
        "--selectProjects=local",
        "--testPathPatterns=local/test/rules",
        "--json",
        `--outputFile=${outputFile}`,
      ],
      {
        cwd: root,
        stdio: ["ignore", "ignore", "inherit"],
        env: { ...process.env, ...(host && { RULES_EMULATOR_HOST: host }) },
      },
    );
    await once(jest, "exit");
    const report = JSON.parse(readFileSync(outputFile, "utf8")) as JestReport;
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
      skipped: report.numPendingTests,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
