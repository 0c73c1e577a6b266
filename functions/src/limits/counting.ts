import { AuthError } from "../errors";
import { type KnownLimits } from "./known-limits";
import { lanes } from "./lanes";
import {
  claimed,
  type Counter,
  counted,
  type Limit,
  secondsUntil,
  type Standing,
  standing,
} from "./limit";
import type { LimitStore } from "./limit-store";

/** A key that has a limit, and the name of its counter. */
export interface Counted {
  readonly limit: Limit;
  readonly hash: string;
}

export interface CountingOptions {
  store: LimitStore;
  known: KnownLimits;
  /** Called when a limit is found to be reached: with its name and the keyed hash. */
  reached: (limit: string, hash: string) => void;
  /** Milliseconds since 1970. */
  now: () => number;
}

/** Reads and changes counters. Every method throws `too-many-attempts` and `unavailable`. */
export interface Counting {
  /** Refuses what this instance knows to be limited, without asking anybody. */
  refuseKnown(keys: readonly Counted[]): void;
  /**
   * Refuses over the limits, and claims the one try after a pause, of which there is one over all instances. Returns
   * the keys whose try was claimed.
   */
  checkLimits(keys: readonly Counted[]): Promise<ReadonlySet<Counted>>;
  /** Counts one more, and returns the count. A try over the limit is refused and not counted, unless it was claimed. */
  count(key: Counted, wasClaimed: boolean): Promise<number>;
}

/** Seconds to wait where so many are counted at this moment that one could not be: it is not answered either. */
const busySeconds = 1;

/** How a key stood before one more was counted, and the count with it. */
interface Tally {
  readonly before: Standing;
  readonly total: number;
}

export function counting({ store, known, reached, now }: CountingOptions): Counting {
  const inLane = lanes();

  /** Refuses until the last of these limits is over: whoever waits for so long is not told to wait again. */
  function refuse(limited: readonly { key: Counted; until: number }[]): void {
    for (const { key, until } of limited) {
      known.learn(key.hash, until);
      reached(key.limit.name, key.hash);
    }
    refuseUntil(limited.map(({ until }) => until));
  }

  function refuseUntil(times: readonly number[]): void {
    if (times.length > 0) throw tooManyAttempts(secondsUntil(Math.max(...times), now()));
  }

  async function claim(key: Counted): Promise<void> {
    const { limit, hash } = key;
    const found = await store.change<Standing>(hash, (counter) => {
      const current = standing(counter, limit, now());
      if (current.kind !== "one-try" || !counter) return { outcome: current };
      return { ...kept(claimed(counter, now()), limit), outcome: { kind: "free" } };
    });
    if (!found) throw tooManyAttempts(busySeconds);
    if (found.kind === "limited") refuse([{ key, until: found.until }]);
  }

  async function countNow(key: Counted, wasClaimed: boolean): Promise<number> {
    const { limit, hash } = key;
    const found = await store.change<Tally>(hash, (counter) => {
      const before = standing(counter, limit, now());
      if (before.kind === "limited" && !wasClaimed) return { outcome: { before, total: 0 } };
      const after = counted(counter, limit, now());
      return { ...kept(after, limit), outcome: { before, total: after.count } };
    });
    if (!found) throw tooManyAttempts(busySeconds);
    const { before, total } = found;
    if (before.kind === "limited" && !wasClaimed) refuse([{ key, until: before.until }]);
    return total;
  }

  function refuseKnown(keys: readonly Counted[]): void {
    refuseUntil(keys.flatMap(({ hash }) => known.until(hash) ?? []));
  }

  return {
    refuseKnown,

    async checkLimits(keys) {
      const counters = await store.read(keys.map(({ hash }) => hash));
      const standings = keys.map((key, index) => ({
        key,
        found: standing(counters[index], key.limit, now()),
      }));
      refuse(
        standings.flatMap(({ key, found }) =>
          found.kind === "limited" ? [{ key, until: found.until }] : [],
        ),
      );
      const claimedTries = standings.filter(({ found }) => found.kind === "one-try");
      await Promise.all(claimedTries.map(({ key }) => claim(key)));
      return new Set(claimedTries.map(({ key }) => key));
    },

    // An instance counts one at a time for a key: the others are mostly refused by then, and their writes would be for nothing.
    count: (key, wasClaimed) =>
      inLane(key.hash, 1, () => {
        if (!wasClaimed) refuseKnown([key]);
        return countNow(key, wasClaimed);
      }),
  };
}

function kept(counter: Counter, { name, most, windowMilliseconds, beyond }: Limit) {
  const { count, since, pausedUntil } = counter;
  const expireAt = Math.max(since, pausedUntil) + windowMilliseconds;
  const until = beyond === "window" ? since + windowMilliseconds : pausedUntil;
  return { counter, expireAt, ...(count >= most && { limited: { name, until } }) };
}

function tooManyAttempts(retryAfterSeconds: number): AuthError {
  return new AuthError("too-many-attempts", undefined, { details: { retryAfterSeconds } });
}
