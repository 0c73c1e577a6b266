import { liveState } from "../../../src/access/live/live-state";
import { ManualClock } from "../../../testing/access/manual-clock";
import { type ModelledChange, ModelledStates } from "../../../testing/access/modelled-states";
import { seeded } from "../../../testing/seeded";

const second = 1_000;
const minute = 60 * second;

/** Between two checks. */
const pause = 100;

const lasts = 4 * minute;

interface Traffic {
  seed?: number;
  changesASecond: number;
  /** The share of commits that become visible up to 40 s late; the others do within 60 ms. */
  late: number;
  overlap?: number;
}

function someChanges(
  { changesASecond, late }: Traffic,
  from: number,
  random: () => number,
): ModelledChange[] {
  const lateness = () => (random() < late ? random() * 40 * second : random() * 60);
  return Array.from({ length: (changesASecond * lasts) / second }, () => {
    const changedAt = Math.floor(from + random() * lasts);
    const uid = `user-${Math.floor(random() * 2_000)}`;
    return { uid, changedAt, visibleAt: changedAt + lateness() };
  });
}

/** Has an instance check all the time. Says how long a change was visible at most that it did not know. */
async function follow(traffic: Traffic): Promise<{ stalest: number; readsASecond: number }> {
  const random = seeded(traffic.seed ?? 1);
  const clock = new ManualClock();
  const begin = clock.now().wall;
  const changes = someChanges(traffic, begin, random);
  const states = new ModelledStates(clock, changes, () => 5 + random() * 40);
  const live = liveState(states, { maxAgeSeconds: 1, clock: clock.now, ...traffic });
  let unknown = changes;
  let reads = 0;
  let stalest = 0;
  while (clock.now().wall < begin + lasts + minute) {
    clock.pass(pause);
    const arrived = clock.now().wall;
    await live.find("nobody");
    if (arrived < begin + lasts) reads = states.reads;
    const visible = unknown.filter(({ visibleAt }) => visibleAt <= arrived);
    for (const change of visible) {
      const found = await live.find(change.uid);
      const known = (found?.version ?? 0) >= change.visibleAt * 1000;
      if (known) unknown = unknown.filter((other) => other !== change);
      else stalest = Math.max(stalest, arrived - change.visibleAt);
    }
  }
  return { stalest, readsASecond: (reads / lasts) * second };
}

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
    const { stalest } = await follow({ changesASecond: 2, late: 0.05, overlap: 10 * second });
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
