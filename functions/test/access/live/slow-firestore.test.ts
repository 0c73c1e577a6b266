import { follow, pause } from "../../../testing/access/simulated/traffic";

const second = 1_000;

/** A count, and as many readings, each further back, as there are at most. */
const calls = 7;

describe.each([10, 100, 400, 1_500, 5_000])(
  "where a call to Firestore takes up to %d ms,",
  (latency) => {
    test.each([
      [1, 0.05],
      [10, 0.05],
      [40, 0.001],
    ])(
      "of %d changes a second nobody is let in a second later, and nobody waits for more than a count and its readings",
      async (changesASecond, late) => {
        const { stalest, slowest } = await follow({ changesASecond, late, latency, lasts: 30_000 });
        expect(slowest).toBeGreaterThan(0);
        expect(stalest).toBeLessThanOrEqual(1 * second);
        expect(slowest).toBeLessThanOrEqual(1 * second + pause + calls * latency);
      },
    );
  },
);
