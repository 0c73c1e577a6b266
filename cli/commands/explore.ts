import { explorePairs, exploreRandomly } from "../../functions/testing/explorer/explore";
import { explorerOver, mutants } from "../../functions/testing/explorer/mutants";
import { parseOptions, Refusal } from "../command";

const help = `
Usage: npm run explore -- [options]

Plays changes of accounts beside each other in every order of their steps, with crashes, lost replies, requests
that take effect late and clocks that differ, and says which order breaks something. For the night.

  --orders <n>   orders of each pair of changes, at most (default 20000)
  --runs <n>     runs of two or three changes in orders by chance (default 1000000)
  --seed <n>     the first run's seed (default 1)
  --mutants      take each rule of the protocol out, and print the shortest order that breaks without it
`;

/** Explores the protocol for changes for longer than the tests do. */
export async function main(args: string[]): Promise<void> {
  const options = {
    orders: { type: "string", default: "20000" },
    runs: { type: "string", default: "1000000" },
    seed: { type: "string", default: "1" },
    mutants: { type: "boolean", default: false },
  } as const;
  const values = parseOptions(args, options, help);
  const [mostOrders, runs, firstSeed] = [values.orders, values.runs, values.seed].map(Number) as [
    number,
    number,
    number,
  ];
  if (values.mutants) {
    await printMutants(runs);
    return;
  }
  let orders = 0;
  for (const explore of [
    () => explorePairs({ mostOrders, faults: 0 }),
    () => explorePairs({ mostOrders, faults: 1 }),
    () => exploreRandomly({ firstSeed, runs }),
  ]) {
    const explored = await explore();
    orders += explored.orders;
    for (const { story, what, steps } of explored.flaws) {
      console.log([`${story}: ${what}`, ...steps.map((step) => `  ${step}`)].join("\n"));
    }
    if (explored.flaws.length > 0) throw new Refusal("The protocol does not hold.");
  }
  console.log(`${orders} distinct orders, and everything held.`);
}

async function printMutants(runs: number): Promise<void> {
  for (const mutant of mutants) {
    const { exploreRandomly: explore } = await explorerOver(mutant);
    const { flaws } = await explore({
      firstSeed: 1,
      runs: Math.min(runs, 20_000),
      story: mutant.story,
    });
    const shortest = [...flaws].sort((one, other) => one.steps.length - other.steps.length)[0];
    if (!shortest) throw new Refusal(`Nothing breaks without the rule: ${mutant.rule}.`);
    console.log(`\nWithout the rule: ${mutant.rule}\n${shortest.what}, in ${shortest.story}:`);
    for (const step of shortest.steps) console.log(`  ${step}`);
  }
}
