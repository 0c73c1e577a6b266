import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { askable, killProcess, startProcess } from "../functions/testing/instances/processes";
import { type BenchUser, makeUsers, withEmulators } from "./emulators";
import type { StalenessCommands } from "./processes/instance";
import { histogramOf, type Report, round, type Target } from "./report";
import { quantile } from "./sample";

const processes = 8;
const maxAgeSeconds = 1;

/** Milliseconds between two revocations: not a divisor of any period of the live state. */
const pause = 211;

/** Seconds for which reads are counted while nothing changes, and then at one change a second. */
const countedSeconds = 20;

/** What one busy instance reads in a second. */
interface Reads {
  readonly idle: number;
  readonly changing: number;
}

/** Benchmark (c): from a revocation's reply to the first refusal in another process, and what that costs. */
export async function staleness(quick: boolean): Promise<Report> {
  const revocations = quick ? 100 : 1_000;
  return withEmulators(async ({ app }) => {
    const users = await makeUsers(app, revocations);
    const env = { MAX_AGE_SECONDS: `${maxAgeSeconds}` };
    const file = join(__dirname, "processes/instance.ts");
    const children = await Promise.all(
      Array.from({ length: processes }, () => startProcess(file, { env })),
    );
    try {
      const instances = children.map((child) =>
        askable<StalenessCommands>(child, ["revoke", "watch", "readSince"]),
      );
      const { samples, reads } = await measure(instances, users);
      return summary(samples, reads, revocations);
    } finally {
      await Promise.all(children.map(killProcess));
    }
  });
}

/** Each instance revokes its share, all watch. Gives the milliseconds of every revocation at every other instance. */
async function measure(
  instances: readonly StalenessCommands[],
  users: readonly BenchUser[],
): Promise<{ samples: number[]; reads: Reads }> {
  const watching = instances.map((instance) => instance.watch({ users: [...users] }));
  await allLoaded(instances);
  await sleep(countedSeconds * 1000);
  const idle = await readsOf(instances);
  const revoked = await revokeAll(instances, users.slice(0, countedSeconds), 1000);
  const changing = await readsOf(instances);
  revoked.push(...(await revokeAll(instances, users.slice(countedSeconds), pause)));
  const refused = await Promise.all(watching);
  const samples = revoked.flatMap(({ uid, by, at }) =>
    refused.flatMap((refusedAt, n) =>
      // Before the reply is as good as with it.
      n === by ? [] : [Math.max(0, (refusedAt[uid] ?? NaN) - at)],
    ),
  );
  return { samples, reads: { idle, changing } };
}

/** Waits for a second in which no instance reads more than it does when it has loaded. */
async function allLoaded(instances: readonly StalenessCommands[]): Promise<void> {
  do {
    await sleep(1000);
  } while ((await readsOf(instances)) * countedSeconds > 2);
}

/** What each instance has read in a second, on the mean, since this was asked last. */
async function readsOf(instances: readonly StalenessCommands[]): Promise<number> {
  const counts = await Promise.all(instances.map((instance) => instance.readSince({})));
  const reads = counts.reduce((sum, count) => sum + count.reads, 0);
  return reads / instances.length / countedSeconds;
}

/** Revokes users' sessions at an even pace, and says who did so, and when that was replied to. */
async function revokeAll(
  instances: readonly StalenessCommands[],
  users: readonly BenchUser[],
  every: number,
): Promise<{ uid: string; by: number; at: number }[]> {
  const ending = sleep(users.length * every);
  const revoked = await Promise.all(
    users.map(async ({ uid }, n) => {
      await sleep(n * every);
      const by = n % instances.length;
      return { uid, by, at: (await instances[by]?.revoke({ uid })) ?? NaN };
    }),
  );
  await ending;
  return revoked;
}

function summary(samples: readonly number[], reads: Reads, revocations: number): Report {
  const seconds = (share: number) => round(quantile(samples, share) / 1000);
  const [median, most] = [seconds(0.5), seconds(1)];
  const target = (what: string, found: number, limit: number, unit: string): Target => ({
    aim: `${what} at most ${limit} ${unit}`,
    found: `${found} ${unit}`,
    met: found <= limit,
  });
  return {
    title: `(c) Staleness: ${revocations} revocations, ${processes} processes, a maximum age of ${maxAgeSeconds} s`,
    notes: [
      "From a revocation's reply to the first refusal in each of the other processes, which check all the time.",
      `Median ${median} s, 95 % within ${seconds(0.95)} s, 99.9 % within ${seconds(0.999)} s, the longest ${most} s.`,
    ],
    rows: histogramOf(samples, maxAgeSeconds + 1),
    targets: [
      target("the longest", most, maxAgeSeconds + 0.3, "s"),
      target("the median", median, 0.7, "s"),
      target("while nothing changes", round(reads.idle), 1.2, "reads per instance and second"),
      target("at one change a second", round(reads.changing), 3, "reads per instance and second"),
    ],
  };
}
