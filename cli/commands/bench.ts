import { benchmarks, runBenchmarks } from "../../bench/bench";
import { parseOptions, Refusal } from "../command";

const names = Object.keys(benchmarks);

const help = `
Usage: npm run bench -- [options]

Measures speed, staleness and cost as docs/scale.md reports them, in about four minutes, and writes
bench/results/*.json. Run nothing else on the machine meanwhile.

  --only NAME  one of ${names.join(", ")}; may be repeated
  --quick      fewer rounds, in about a minute: to see that it works, not for the numbers
`;

export async function main(args: string[]): Promise<void> {
  const { only = names, quick = false } = parseOptions(
    args,
    { only: { type: "string", multiple: true }, quick: { type: "boolean" } },
    help,
  );
  const unknown = only.find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new Refusal(`There is no benchmark "${unknown}".\n\n${help.trim()}`);
  await runBenchmarks(only, quick);
}
