import { follow } from "../../../testing/access/simulated/traffic";

const second = 1_000;
const minute = 60 * second;

describe("where one commit in twenty is up to 40 s late, the live state", () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])(
    "misses nothing that has been visible for a second (seed %d)",
    async (seed) => {
      const { stalest } = await follow({ seed, changesASecond: 2, late: 0.05 });
      expect(stalest).toBeGreaterThan(0);
      expect(stalest).toBeLessThanOrEqual(1 * second);
    },
  );

  test("would miss changes if its counts overlapped by 10 s: this is what five minutes are for", async () => {
    const live = { overlap: 10 * second };
    const { stalest } = await follow({ changesASecond: 2, late: 0.05, live });
    expect(stalest).toBeGreaterThan(minute);
  });
});

test.each([
  ["nothing changes", 0, 1.2],
  ["one account changes in each second", 1, 3],
  ["ten accounts change in each second", 10, 25],
])("while %s, it costs few reads a second", async (_name, changesASecond, most) => {
  const { readsASecond } = await follow({ changesASecond, late: 0.001 });
  expect(readsASecond).toBeLessThanOrEqual(most);
});
