import type { AuthKeys } from "../auth-keys";
import { AuthError } from "../errors";
import { knownLimits } from "./known-limits";
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

/** One counter: a limit, and whom it is about. */
export interface LimitKey {
  readonly limit: Limit;
  /** An address, a network, a device. Only its keyed hash is stored or logged. */
  readonly subject: string;
}

/** Counts tries over all instances. Every method throws `too-many-attempts` and `unavailable`. */
export interface Limiter {
  /**
   * Makes a try that may turn out to be a wrong guess. The counters are read in parallel, so a successful try takes
   * no longer and writes nothing. Over a limit, the refusal does not wait for the try, and does not reveal how it
   * went. A failure is counted before it is answered; if the limit is reached by then, it is not answered either.
   *
   * @param isFailure - whether what the try throws counts.
   * @throws {AuthError} What the try throws.
   */
  attempt<Result>(
    keys: readonly LimitKey[],
    make: () => Promise<Result>,
    isFailure: (error: unknown) => boolean,
  ): Promise<Result>;

  /**
   * Counts something, such as the failure of something that can't be guessed, or something that is limited even if
   * it succeeds. Returns the count.
   */
  use(key: LimitKey): Promise<number>;

  /** Forgets what was counted. Other instances learn of it within 30 s. */
  forget(key: LimitKey): Promise<void>;
}

export interface LimiterOptions {
  store: LimitStore;
  keys: AuthKeys;
  /** Called when a limit is found to be reached, once per instance and pause: with its name and the keyed hash. */
  reached?: (limit: string, hash: string) => void;
  /** Milliseconds since 1970. Default `Date.now`. */
  now?: () => number;
}

/** A key that has a limit, and the name of its counter. */
interface Counted {
  readonly limit: Limit;
  readonly hash: string;
}

export function limiter({
  store,
  keys: authKeys,
  reached = () => undefined,
  now = Date.now,
}: LimiterOptions): Limiter {
  const known = knownLimits(now);
  const inLane = lanes();

  const countedBy = ({ limit, subject }: LimitKey): Counted[] =>
    limit.most > 0 ? [{ limit, hash: authKeys.sign(`limit:${limit.name}`, subject) }] : [];

  function refuse({ limit, hash }: Counted, until: number): never {
    known.learn(hash, until);
    reached(limit.name, hash);
    throw tooManyAttempts(secondsUntil(until, now()));
  }

  function refuseKnown(keys: readonly Counted[]): void {
    for (const { hash } of keys) {
      const until = known.until(hash);
      if (until !== undefined) throw tooManyAttempts(secondsUntil(until, now()));
    }
  }

  /**
   * Refuses over the limits, and claims the one try after a pause, of which there is one over all instances.
   * Returns the keys whose try was claimed.
   */
  async function checkLimits(keys: readonly Counted[]): Promise<ReadonlySet<Counted>> {
    const counters = await store.read(keys.map(({ hash }) => hash));
    const standings = keys.map((key, index) => ({
      key,
      found: standing(counters[index], key.limit, now()),
    }));
    for (const { key, found } of standings) if (found.kind === "limited") refuse(key, found.until);
    const waiting = standings.filter(({ found }) => found.kind === "one-try");
    await Promise.all(waiting.map(({ key }) => claim(key)));
    return new Set(waiting.map(({ key }) => key));
  }

  async function claim(key: Counted): Promise<void> {
    const { limit, hash } = key;
    const found = await store.change<Standing>(hash, (counter) => {
      const current = standing(counter, limit, now());
      if (current.kind !== "one-try" || !counter) return { outcome: current };
      return { ...kept(claimed(counter, now()), limit), outcome: { kind: "free" } };
    });
    if (found.kind === "limited") refuse(key, found.until);
  }

  /**
   * Counts one more. A try over the limit is refused and not counted, unless it was claimed. An instance counts one
   * at a time for a key: the others are mostly refused by then, and many transactions on one document would hold
   * each other up.
   */
  const count = (key: Counted, wasTaken: boolean): Promise<number> =>
    inLane(`count:${key.hash}`, 1, () => {
      if (!wasTaken) refuseKnown([key]);
      return countNow(key, wasTaken);
    });

  async function countNow(key: Counted, wasTaken: boolean): Promise<number> {
    const { limit, hash } = key;
    const { before, total } = await store.change(hash, (counter) => {
      const current = standing(counter, limit, now());
      if (current.kind === "limited" && !wasTaken)
        return { outcome: { before: current, total: 0 } };
      const after = counted(counter, limit, now());
      return { ...kept(after, limit), outcome: { before: current, total: after.count } };
    });
    if (before.kind === "limited" && !wasTaken) refuse(key, before.until);
    return total;
  }

  async function attemptOnce<Result>(
    keys: readonly Counted[],
    make: () => Promise<Result>,
    isFailure: (error: unknown) => boolean,
  ): Promise<Result> {
    refuseKnown(keys);
    // Probably still limited: then nothing else is called.
    const early = keys.some(({ hash }) => known.isStale(hash))
      ? await checkLimits(keys)
      : undefined;
    const trying = make();
    // Its outcome is handled below; a refusal may come first.
    trying.catch(() => undefined);
    const taken = early ?? (await checkLimits(keys));
    try {
      return await trying;
    } catch (error) {
      if (isFailure(error)) await Promise.all(keys.map((key) => count(key, taken.has(key))));
      throw error;
    }
  }

  return {
    async attempt(named, make, isFailure) {
      const keys = named.flatMap(countedBy);
      if (keys.length === 0) return make();
      refuseKnown(keys);
      let run = () => attemptOnce(keys, make, isFailure);
      for (const { hash, limit } of keys.toReversed()) {
        const inside = run;
        run = () => inLane(hash, limit.inFlight, inside);
      }
      return run();
    },

    async use(named) {
      const [key] = countedBy(named);
      if (!key) return 0;
      refuseKnown([key]);
      return count(key, false);
    },

    async forget({ limit, subject }) {
      for (const { hash } of countedBy({ limit, subject })) {
        known.forget(hash);
        await store.remove(hash);
      }
    },
  };
}

function kept(counter: Counter, { windowMilliseconds }: Limit) {
  const expireAt = Math.max(counter.since, counter.pausedUntil) + windowMilliseconds;
  return { counter, expireAt };
}

function tooManyAttempts(retryAfterSeconds: number): AuthError {
  return new AuthError("too-many-attempts", undefined, { details: { retryAfterSeconds } });
}
