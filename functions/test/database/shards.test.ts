import { randomUUID } from "node:crypto";
import { shardOf, shards } from "../../src/database/shards";

test("accounts are spread evenly over the shards, each in one for good", () => {
  const counts = shards.map(() => 0);
  for (let n = 0; n < 16_000; n += 1) counts[shardOf(`user-${n}`)]! += 1;
  for (const count of counts) {
    expect(count).toBeGreaterThan(800);
    expect(count).toBeLessThan(1_200);
  }
  const uid = randomUUID();
  expect(shardOf(uid)).toBe(shardOf(uid));
});
