import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { checks } from "./checks";
import { changes } from "./changes";
import { cold } from "./cold/cold";
import { decision } from "./decision";
import { hot } from "./hot/hot";
import { flood } from "./limits/flood";
import { signIn } from "./limits/sign-in";
import { stuffing } from "./limits/stuffing";
import { memory } from "./memory";
import { reads } from "./reads";
import { scale } from "./scale/scale";
import { print, type Report } from "./report";
import { staleness } from "./staleness";

type Benchmarks = Readonly<Record<string, (quick: boolean) => Promise<Report | Report[]>>>;

/** By name, in the order in which they run. */
export const benchmarks: Benchmarks = {
  checks,
  hot,
  decision,
  staleness,
  reads,
  changes,
  memory,
  scale,
  cold,
  "sign-in": signIn,
};

/** Those that take minutes each, and run only where they are named. */
export const longBenchmarks: Benchmarks = { flood, stuffing };

const results = join(__dirname, "results");

/** Runs benchmarks, prints what they find as tables, and writes it to `bench/results/<name>.json`. */
export async function runBenchmarks(names: readonly string[], quick: boolean): Promise<void> {
  mkdirSync(results, { recursive: true });
  const [cpu] = cpus();
  const machine = { node: process.version, cpu: cpu?.model ?? "", cores: cpus().length };
  console.log(`Node ${machine.node}, ${machine.cores} × ${machine.cpu}`);
  for (const name of names) {
    const begun = new Date();
    const reports = [(await { ...benchmarks, ...longBenchmarks }[name]?.(quick)) ?? []].flat();
    reports.forEach(print);
    const result = { name, at: begun.toISOString(), quick, machine, reports };
    writeFileSync(join(results, `${name}.json`), `${JSON.stringify(result, null, 2)}\n`);
  }
}
