import { liveState } from "../../functions/src/access/live/live-state";
import type { SimulatedWrite } from "../../functions/testing/access/simulated/documents";
import { SimulatedStates } from "../../functions/testing/access/simulated/states";
import { SimulatedTime } from "../../functions/testing/access/simulated/time";
import { seeded } from "../../functions/testing/seeded";
import { latency } from "./assumptions";

const second = 1_000;
const minute = 60 * second;

export interface Scene {
  /** Changes a second, from 65 minutes before the instance starts. */
  changesASecond: number;
  checksASecond: number;
  /** How long the instance is watched, in milliseconds. */
  lasts: number;
  /** So many more change while it is watched. */
  massOf?: number;
}

/** What one instance did. */
export interface Outcome {
  /** What its first load read, and how long it took in milliseconds. */
  load: { reads: number; takes: number };
  readsASecond: number;
  /** Documents of single users that checks read, in a second. */
  checksReadASecond: number;
  /** The longest, in milliseconds, for which a change had been visible when a check arrived that let its user in. */
  stalest: number;
  /** The median and the longest from a change's becoming visible to the first refusal. */
  refused: readonly number[];
  /** Checks, of a thousand, that waited for anything. */
  waited: number;
  entries: number;
}

/** Changes of which some are watched. */
const watchedChanges = 300;

/** An instance over its first minutes, with as many checks as it gets and a Firestore in which others change accounts. */
export async function simulate(scene: Scene): Promise<Outcome> {
  const { changesASecond, checksASecond, lasts, massOf = 0 } = scene;
  const random = seeded(7);
  const time = new SimulatedTime();
  const begin = time.now();
  const lateness = () => random() * (random() < latency.late ? latency.latest : latency.commit);
  const changeAt = (uid: string, changedAt: number): SimulatedWrite[] => {
    const visibleAt = changedAt + lateness();
    const done = changedAt + 50 + random() * 100;
    const finished = { uid, changedAt: done, visibleAt: Math.max(done + lateness(), visibleAt) };
    return [{ uid, changedAt, visibleAt, state: { disabled: true, pending: true } }, finished];
  };
  const from = begin - 65 * minute;
  const count = Math.round(((begin + lasts - from) / second) * changesASecond);
  const writes = Array.from({ length: count }, (_, n) =>
    changeAt(`user-${n}`, from + random() * (begin + lasts - from)),
  ).flat();
  // Both writes of a change are seen at once by nearly every reading.
  for (let n = 0; n < massOf; n += 1) {
    const changedAt = begin + minute + (n / massOf) * (lasts - 2 * minute);
    writes.push({ uid: `mass-${n}`, changedAt, visibleAt: changedAt + lateness() });
  }
  const takes = () => latency.least + random() * (latency.most - latency.least);
  const states = new SimulatedStates(time, writes, takes);
  let singles = 0;
  const counted = {
    changedSince: states.changedSince.bind(states),
    tallySince: states.tallySince.bind(states),
    pending: states.pending.bind(states),
    read(uid: string) {
      singles += 1;
      return states.read(uid);
    },
  };
  const outcome = { load: { reads: 0, takes: 0 }, stalest: 0, entries: 0 };
  const live = liveState(counted, {
    maxAgeSeconds: 1,
    clock: time.clock,
    report({ event, entries }) {
      if (event === "loaded") {
        outcome.load = { reads: states.reads - singles, takes: time.now() - begin };
      }
      outcome.entries = entries;
    },
  });
  let checks = 0;
  let waited = 0;
  let before = { reads: 0, singles: 0 };
  const check = async (uid: string) => {
    const found = live.find(uid);
    checks += 1;
    if (found instanceof Promise) waited += 1;
    return await found;
  };
  const traffic = async () => {
    await check("nobody");
    while (outcome.load.takes === 0) await time.wait(10);
    [checks, waited, before] = [0, 0, { reads: states.reads, singles }];
    while (time.now() < begin + lasts) {
      const uid = random() < 0.01 ? writes[Math.floor(random() * writes.length)]?.uid : undefined;
      void check(uid ?? `stranger-${Math.floor(random() * 1e6)}`);
      await time.wait(second / checksASecond);
    }
  };
  const refused: number[] = [];
  const last = writes.filter(
    ({ visibleAt, state }) =>
      !state?.pending && visibleAt > begin + minute && visibleAt < begin + lasts - minute,
  );
  const step = Math.max(1, Math.floor(last.length / watchedChanges));
  const watch = async ({ uid, visibleAt }: SimulatedWrite) => {
    await time.wait(visibleAt - begin);
    for (;;) {
      const arrived = time.now();
      const found = await live.find(uid);
      if ((found?.version ?? 0) >= visibleAt * 1000) break;
      outcome.stalest = Math.max(outcome.stalest, arrived - visibleAt);
      await time.wait(10);
    }
    refused.push(time.now() - visibleAt);
  };
  const running = [traffic(), ...last.filter((_, n) => n % step === 0).map(watch)];
  await time.pass(lasts + minute);
  await Promise.all(running);
  const watchedFor = (lasts - outcome.load.takes) / second;
  return {
    ...outcome,
    readsASecond: (states.reads - before.reads) / watchedFor,
    checksReadASecond: (singles - before.singles) / watchedFor,
    refused,
    waited: (waited / checks) * 1000,
  };
}
