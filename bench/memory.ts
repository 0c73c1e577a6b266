import { join } from "node:path";
import { askable, killProcess, startProcess } from "../functions/testing/instances/processes";
import { withEmulators } from "./emulators";
import type { Load, MemoryCommands } from "./processes/memory";
import { type Report, round } from "./report";

/** Benchmark (e): what an instance that starts pays for the changes of the last hour. */
export async function memory(quick: boolean): Promise<Report> {
  const rows: Report["rows"] = [];
  const sizes = quick ? [0, 1_000, 10_000] : [0, 1_000, 10_000, 50_000, 100_000];
  await withEmulators(async (emulators) => {
    for (const size of sizes) {
      await emulators.reset();
      await emulators.fill({ size });
      rows.push(row(size, "embedded Firestore", await load({ invented: null })));
    }
  });
  const many = 1_000_000;
  rows.push(row(many, "made up", await load({ invented: many })));
  rows.push(row(many, "made up, all in full", await load({ invented: many, maxEntries: many })));
  return {
    title: "(e) Memory and first load, by the changes of the last hour",
    notes: [
      "Of more than 50,000 an instance keeps the newest in full, and of the others that they changed. A million documents",
      "are too many for the embedded Firestore, so these two rows are of changes made up in the process, without a",
      "network; the last one keeps all in full.",
    ],
    rows,
    targets: [],
  };
}

/** Loads in a process that has done nothing before. */
async function load(request: Parameters<MemoryCommands["load"]>[0]): Promise<Load> {
  const file = join(__dirname, "processes/memory.ts");
  const child = await startProcess(file, { execArgv: ["--expose-gc"] });
  try {
    return await askable<MemoryCommands>(child, ["load"]).load(request);
  } finally {
    await killProcess(child);
  }
}

const row = (changes: number, of: string, load: Load): Report["rows"][number] => ({
  changes,
  of,
  "first answer, ms": round(load.firstAnswer),
  "loaded, ms": round(load.loaded),
  "memory, MB": round(load.bytes / 1e6),
  "reads billed": load.reads,
  "then a check, µs": round(load.check),
});
