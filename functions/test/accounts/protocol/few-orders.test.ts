import { explorePairs, exploreRandomly } from "../../../testing/explorer/explore";

// An answer within seconds, while one works; explorer.test.ts goes further.
test("the protocol for changes holds in a few orders of each pair of changes", async () => {
  const { orders, flaws } = await explorePairs({ mostOrders: 6, faults: 0 });
  expect(flaws).toEqual([]);
  expect(orders).toBeGreaterThan(200);
}, 30_000);

test("the protocol for changes holds in a few orders by chance, with crashes and late requests", async () => {
  const { orders, flaws } = await exploreRandomly({ firstSeed: 1, runs: 200 });
  expect(flaws).toEqual([]);
  expect(orders).toBeGreaterThan(150);
}, 30_000);
