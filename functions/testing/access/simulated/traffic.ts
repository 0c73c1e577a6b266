import { liveState, type LiveStateOptions } from "../../../src/access/live/live-state";
import { seeded } from "../../seeded";
import type { SimulatedWrite } from "./documents";
import { SimulatedStates } from "./states";
import { SimulatedTime } from "./time";

const second = 1_000;
const minute = 60 * second;

export interface Traffic {
  seed?: number;
  changesASecond: number;
  /** The share of commits that become visible up to 40 s late; the others do within 60 ms. */
  late: number;
  /** The most milliseconds that a call takes, and a tenth of it the least. Default 50. */
  latency?: number;
  /** How long changes come, in milliseconds. Default four minutes; a minute without any follows. */
  lasts?: number;
  live?: Partial<LiveStateOptions>;
}

/** What an instance that is checked all the time did with the changes. Times are milliseconds. */
export interface Followed {
  /** The longest for which a change had been visible when a check arrived that let its user in. */
  stalest: number;
  /** The longest from a change's becoming visible to the first refusal. */
  slowest: number;
  readsASecond: number;
}

/** Between two checks of one user. */
export const pause = 20;

function someWrites(
  { changesASecond, late, lasts = 4 * minute }: Traffic,
  from: number,
  random: () => number,
): SimulatedWrite[] {
  const lateness = () => (random() < late ? random() * 40 * second : random() * 60);
  return Array.from({ length: (changesASecond * lasts) / second }, () => {
    const changedAt = Math.floor(from + random() * lasts);
    const uid = `user-${Math.floor(random() * 2_000)}`;
    return { uid, changedAt, visibleAt: changedAt + lateness() };
  });
}

/** Has an instance check all the time, those who just changed above all. */
export async function follow(traffic: Traffic): Promise<Followed> {
  const { seed = 1, latency = 50, lasts = 4 * minute } = traffic;
  const random = seeded(seed);
  const time = new SimulatedTime();
  const begin = time.now();
  const end = begin + lasts + minute;
  const writes = someWrites(traffic, begin, random);
  const states = new SimulatedStates(time, writes, () => (0.1 + random() * 0.9) * latency);
  const live = liveState(states, { maxAgeSeconds: 1, clock: time.clock, ...traffic.live });
  const followed: Followed = { stalest: 0, slowest: 0, readsASecond: 0 };

  const watch = async ({ uid, visibleAt }: SimulatedWrite) => {
    await time.wait(visibleAt - begin);
    while (time.now() < end) {
      const arrived = time.now();
      const found = await live.find(uid);
      if ((found?.version ?? 0) >= visibleAt * 1000) break;
      followed.stalest = Math.max(followed.stalest, arrived - visibleAt);
      await time.wait(pause);
    }
    followed.slowest = Math.max(followed.slowest, time.now() - visibleAt);
  };
  const watching = Promise.all(writes.map(watch));
  const beat = async () => {
    while (time.now() < end) {
      void live.find("nobody");
      await time.wait(pause);
    }
  };
  void beat();
  await time.pass(lasts);
  followed.readsASecond = (states.reads / lasts) * second;
  await time.pass(minute + 10 * latency);
  await watching;
  return followed;
}
