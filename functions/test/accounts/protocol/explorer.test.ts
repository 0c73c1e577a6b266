import { explorePairs, exploreRandomly } from "../../../testing/explorer/explore";
import { rowsOf } from "../../../testing/docs";
import { mutants } from "../../../testing/explorer/mutants/index";
import { explorerOver } from "../../../testing/explorer/mutants/mutate";

// What must hold at every moment and at rest stands in testing/explorer/promises.ts and rest.ts. `npm run explore` goes
// through a million orders and more.
describe("the protocol for changes", () => {
  test.each([0, 1])("holds in the orders of two changes, with %d faults", async (faults) => {
    const { orders, flaws } = await explorePairs({ mostOrders: 50, faults });
    expect(flaws).toEqual([]);
    expect(orders).toBeGreaterThan(1_000);
  });

  test("holds in ten thousand orders by chance of two and three", async () => {
    const { orders, flaws } = await exploreRandomly({ firstSeed: 1, runs: 12_500 });
    expect(flaws).toEqual([]);
    expect(orders).toBeGreaterThan(10_000);
  });

  test.each(mutants)("does not hold without the rule: $rule", async (mutant) => {
    const { exploreRandomly: explore } = await explorerOver(mutant);
    const { story, firstSeed = 1 } = mutant;
    const search = { firstSeed, runs: 20_000, story, stops: true };
    expect((await explore(search)).flaws).not.toEqual([]);
  });

  test("has its rules, and what breaks without each, in docs/explorer.md", () => {
    const told = rowsOf("docs/explorer.md", "Rule").map(([rule]) => rule);
    expect(told).toEqual(mutants.map(({ rule }) => rule));
  });
});
