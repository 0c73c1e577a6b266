import { benchmarks, longBenchmarks, runBenchmarks } from "../../bench/bench";
import { helpOf, parseOptions, Refusal } from "../command";

const names = Object.keys(benchmarks);
const longNames = Object.keys(longBenchmarks);

export async function main(args: string[]): Promise<void> {
  const { only = names, quick = false } = parseOptions(
    args,
    { only: { type: "string", multiple: true }, quick: { type: "boolean" } },
    "bench",
  );
  const unknown = only.find((name) => ![...names, ...longNames].includes(name));
  if (unknown !== undefined)
    throw new Refusal(`There is no benchmark "${unknown}".\n\n${helpOf("bench")}`);
  await runBenchmarks(only, quick);
}
