import type { AuthKeys } from "../auth-keys";
import { isAuthError } from "../errors";
import { type Counted, counting } from "./counting";
import { knownLimits } from "./known-limits";
import { lanes } from "./lanes";
import type { Limit } from "./limit";
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

export function limiter({
  store,
  keys: authKeys,
  reached = () => undefined,
  now = Date.now,
}: LimiterOptions): Limiter {
  const known = knownLimits(now);
  const counters = counting({ store, known, reached, now });
  const inLane = lanes();

  const countedBy = ({ limit, subject }: LimitKey): Counted[] =>
    limit.most > 0 ? [{ limit, hash: authKeys.sign(`limit:${limit.name}`, subject) }] : [];

  async function attemptOnce<Result>(
    keys: readonly Counted[],
    make: () => Promise<Result>,
    isFailure: (error: unknown) => boolean,
  ): Promise<Result> {
    counters.refuseKnown(keys);
    // Probably limited still: then nobody else is asked.
    const early = keys.some(({ hash }) => known.isStale(hash))
      ? await counters.checkLimits(keys)
      : undefined;
    const trying = make();
    // Its outcome is handled below; a refusal may come first.
    trying.catch(() => undefined);
    const taken = early ?? (await counters.checkLimits(keys));
    try {
      return await trying;
    } catch (error) {
      if (isFailure(error)) await all(keys.map((key) => counters.count(key, taken.has(key))));
      throw error;
    }
  }

  return {
    async attempt(named, make, isFailure) {
      const keys = named.flatMap(countedBy);
      if (keys.length === 0) return make();
      counters.refuseKnown(keys);
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
      counters.refuseKnown([key]);
      return counters.count(key, false);
    },

    async forget({ limit, subject }) {
      for (const { hash } of countedBy({ limit, subject })) {
        known.forget(hash);
        await store.remove(hash);
      }
    },
  };
}

/** Waits for all. Of several refusals it throws the one that lasts longest, so that what a client is told to wait is true. */
async function all(counts: readonly Promise<number>[]): Promise<void> {
  const failures = (await Promise.allSettled(counts)).flatMap((result) =>
    result.status === "rejected" ? [result.reason as unknown] : [],
  );
  if (failures.length === 0) return;
  const seconds = (error: unknown) =>
    isAuthError(error) ? Number(error.details.retryAfterSeconds ?? Infinity) : Infinity;
  throw failures.reduce((one, other) => (seconds(other) > seconds(one) ? other : one));
}
