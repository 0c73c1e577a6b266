import { relative } from "node:path";
import type { FileCounts } from "./counts";
import { runJest, type Engine, type Run } from "./run";

/** More files than this don't fail by chance. */
const mostFiles = 8;

/**
 * What a run says after the files that failed in it were run once more, one at a time: on a machine that is shared,
 * as those of CI are, a browser or an emulator may be starved of time. What passes only then is named, not hidden.
 */
export async function withSecondTry(first: Run, engine: Engine): Promise<Run> {
  const files = first.failedFiles.map(({ path }) => path);
  if (files.length === 0 || files.length > mostFiles) return first;
  console.log(`\nOnce more, one at a time: ${files.map(named).join(", ")}\n`);
  const second = await runJest(["--runInBand", "--runTestsByPath", ...files], engine);
  const failedAgain = new Set(second.failedFiles.map(({ path }) => path));
  for (const file of files) {
    if (!failedAgain.has(file)) console.log(`Unsteady: ${named(file)} passed at the second try.`);
  }
  return combined(first, second);
}

/** The second run's numbers stand in place of what the first said of the same files. */
export function combined(first: Run, second: Run): Run {
  const of = (count: Exclude<keyof FileCounts, "path">) =>
    first[count] - first.failedFiles.reduce((sum, file) => sum + file[count], 0) + second[count];
  return {
    ...second,
    passed: of("passed"),
    failed: of("failed"),
    skipped: of("skipped"),
    skippedIn: { ...first.skippedIn, ...second.skippedIn },
  };
}

function named(path: string): string {
  return relative(process.cwd(), path);
}
