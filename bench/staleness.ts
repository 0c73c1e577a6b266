import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { askable, killProcess, startProcess } from "../functions/testing/instances/processes";
import { type BenchUser, makeUsers, withEmulators } from "./emulators";
import type { StalenessCommands } from "./processes/instance";
import { type Report, round } from "./report";
import { quantile } from "./sample";

const processes = 4;
const maxAgeSeconds = 1;

/** Bars of the histogram in one second. */
const steps = 4;

/** Milliseconds between two revocations: not a divisor of any period of the live state. */
const pause = 61;

/** Benchmark (c): from a revocation's reply to the first refusal in another process. */
export async function staleness(quick: boolean): Promise<Report> {
  const revocations = quick ? 60 : 200;
  return withEmulators(async ({ app }) => {
    const users = await makeUsers(app, revocations);
    const env = { MAX_AGE_SECONDS: `${maxAgeSeconds}` };
    const file = join(__dirname, "processes/instance.ts");
    const children = await Promise.all(
      Array.from({ length: processes }, () => startProcess(file, { env })),
    );
    try {
      const instances = children.map((child) =>
        askable<StalenessCommands>(child, ["revoke", "watch"]),
      );
      return summary(await measure(instances, users), revocations);
    } finally {
      await Promise.all(children.map(killProcess));
    }
  });
}

/** Each instance revokes its share, all watch. Returns the milliseconds of every revocation at every other instance. */
async function measure(
  instances: readonly StalenessCommands[],
  users: readonly BenchUser[],
): Promise<number[]> {
  const watching = instances.map((instance) => instance.watch({ users: [...users] }));
  // All have loaded before the first revocation.
  await sleep(1_000);
  const revoked = await Promise.all(
    users.map(async ({ uid }, n) => {
      await sleep(n * pause);
      const by = n % instances.length;
      return { uid, by, at: (await instances[by]?.revoke({ uid })) ?? NaN };
    }),
  );
  const refused = await Promise.all(watching);
  return revoked.flatMap(({ uid, by, at }) =>
    refused.flatMap((refusedAt, n) =>
      // Before the reply is as good as with it.
      n === by ? [] : [Math.max(0, (refusedAt[uid] ?? NaN) - at)],
    ),
  );
}

function summary(samples: readonly number[], revocations: number): Report {
  const histogram = Array.from({ length: (maxAgeSeconds + 1) * steps }, (_, step) => {
    const count = samples.filter((sample) => Math.floor((sample / 1000) * steps) === step).length;
    const share = count / samples.length;
    return {
      seconds: `${step / steps} to ${(step + 1) / steps}`,
      refusals: count,
      share: `${round(share * 100)} %`,
      "": "█".repeat(Math.round(share * 100)),
    };
  });
  const seconds = (share: number) => round(quantile(samples, share) / 1000);
  const most = seconds(1);
  return {
    title: `(c) Staleness: ${revocations} revocations, ${processes} processes, a maximum age of ${maxAgeSeconds} s`,
    notes: [
      "From a revocation's reply to the first refusal in each of the other processes, which check all the time.",
      `Median ${seconds(0.5)} s, 95 % within ${seconds(0.95)} s, the longest ${most} s.`,
    ],
    rows: histogram,
    targets: [
      {
        aim: `never over ${maxAgeSeconds + 0.3} s`,
        found: `${most} s`,
        met:
          samples.length > 0 && samples.every((sample) => sample <= (maxAgeSeconds + 0.3) * 1000),
      },
    ],
  };
}
