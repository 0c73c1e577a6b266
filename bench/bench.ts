import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { checks } from "./checks";
import { decision } from "./decision";
import { memory } from "./memory";
import { reads } from "./reads";
import { print, type Report } from "./report";
import { staleness } from "./staleness";

/** By name, in the order in which they run. */
export const benchmarks: Readonly<Record<string, (quick: boolean) => Promise<Report | Report[]>>> =
  { checks, decision, staleness, reads, memory };

const results = join(__dirname, "results");

/** Runs benchmarks, prints what they find as tables, and writes it to `bench/results/<name>.json`. */
export async function runBenchmarks(names: readonly string[], quick: boolean): Promise<void> {
  mkdirSync(results, { recursive: true });
  const [cpu] = cpus();
  const machine = { node: process.version, cpu: cpu?.model ?? "", cores: cpus().length };
  console.log(`Node ${machine.node}, ${machine.cores} × ${machine.cpu}`);
  for (const name of names) {
    const begun = new Date();
    const reports = [(await benchmarks[name]?.(quick)) ?? []].flat();
    reports.forEach(print);
    const result = { name, at: begun.toISOString(), quick, machine, reports };
    writeFileSync(join(results, `${name}.json`), `${JSON.stringify(result, null, 2)}\n`);
  }
}
