import { explorePairs, exploreRandomly } from "../../functions/testing/explorer/explore";
import { mutants } from "../../functions/testing/explorer/mutants";
import { explorerOver } from "../../functions/testing/explorer/mutate";
import { parseOptions, Refusal } from "../command";

/** Explores the protocol for changes for longer than the tests do. */
export async function main(args: string[]): Promise<void> {
  const options = {
    orders: { type: "string", default: "20000" },
    runs: { type: "string", default: "1000000" },
    seed: { type: "string", default: "1" },
    mutants: { type: "boolean", default: false },
  } as const;
  const values = parseOptions(args, options, "explore");
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
