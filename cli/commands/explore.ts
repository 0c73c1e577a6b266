import { explorePairs, exploreRandomly } from "../../functions/testing/explorer/explore";
import type { Explored } from "../../functions/testing/explorer/findings";
import { mutants } from "../../functions/testing/explorer/mutants/index";
import { explorerOver } from "../../functions/testing/explorer/mutants/mutate";
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
  const began = Date.now();
  let orders = 0;
  for (const { what, ...options } of [
    { what: "in any order, without faults", faults: 0 },
    { what: "one after the other, with one fault at any step", faults: 1, preemptions: 0 },
    { what: "in any order, with one fault", faults: 1 },
  ]) {
    const pairs = await explorePairs({ mostOrders, all: true, ...options });
    orders += report(pairs);
    const told = `${pairs.exhausted} of ${pairs.stories} pairs gone through to the end`;
    console.log(`${pairs.orders} orders of two changes ${what}: ${told}.`);
  }
  const byChance = report(await exploreRandomly({ firstSeed, runs }));
  console.log(`${byChance} orders of two and three changes by chance.`);
  const minutes = Math.ceil((Date.now() - began) / 60_000);
  console.log(`${orders + byChance} distinct orders in ${minutes} minutes, and everything held.`);
}

/** Gives how many orders there were. @throws {Refusal} Where something broke. */
function report({ orders, flaws }: Explored): number {
  for (const { story, what, steps } of flaws) {
    console.log([`${story}: ${what}`, ...steps.map((step) => `  ${step}`)].join("\n"));
  }
  if (flaws.length > 0) throw new Refusal("The protocol does not hold.");
  return orders;
}

async function printMutants(runs: number): Promise<void> {
  for (const mutant of mutants) {
    const { exploreRandomly: explore } = await explorerOver(mutant);
    const { flaws } = await explore({
      firstSeed: mutant.firstSeed ?? 1,
      runs: Math.min(runs, 20_000),
      story: mutant.story,
    });
    const shortest = [...flaws].sort((one, other) => one.steps.length - other.steps.length)[0];
    if (!shortest) throw new Refusal(`Nothing breaks without the rule: ${mutant.rule}.`);
    console.log(`\nWithout the rule: ${mutant.rule}\n${shortest.what}, in ${shortest.story}:`);
    for (const step of shortest.steps) console.log(`  ${step}`);
  }
}
