import { LRUCache } from "lru-cache";
import type { AuthKeys } from "../auth-keys";
import { AuthError } from "../errors";
import {
  claimed,
  counted,
  type Counter,
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

/** Counts tries over all instances. */
export interface Limiter {
  /**
   * Makes a try that may turn out to be a wrong guess. The counters are read beside it, so a good try costs
   * no time of its own and writes nothing; beyond a limit the refusal does not wait for the try, and never
   * tells how it went. A failure is counted before it is answered.
   *
   * @param isFailure - whether what the try throws counts.
   * @throws {AuthError} `too-many-attempts`; what the try throws; `unavailable`.
   */
  attempt<Result>(
    keys: readonly LimitKey[],
    make: () => Promise<Result>,
    isFailure: (error: unknown) => boolean,
  ): Promise<Result>;

  /** Counts something that is limited whether it succeeds or not. @throws {AuthError} `too-many-attempts`. */
  use(keys: readonly LimitKey[]): Promise<void>;

  /** Forgets what was counted. */
  forget(key: LimitKey): Promise<void>;
}

export interface LimiterOptions {
  store: LimitStore;
  keys: AuthKeys;
  /** Called at every refusal, for the log: with the limit's name and the keyed hash. */
  reached?: (limit: string, hash: string) => void;
  /** Milliseconds since 1970. Default `Date.now`. */
  now?: () => number;
  /** Tries under way at once for one key in this instance; the others wait. Default 5. */
  inFlight?: number;
}

export function limiter({
  store,
  keys: authKeys,
  reached = () => undefined,
  now = Date.now,
  inFlight = 5,
}: LimiterOptions): Limiter {
  /** Keys known to be limited, and until when: they are refused from memory. */
  const limited = new LRUCache<string, number>({ max: 10_000 });
  const lanes = new Map<string, Lane>();

  const hashOf = ({ limit, subject }: LimitKey) => authKeys.sign(`limit:${limit.name}`, subject);

  const active = (keys: readonly LimitKey[]) =>
    keys
      .filter(({ limit }) => limit.most > 0)
      .map(({ limit, subject }) => ({ limit, hash: hashOf({ limit, subject }) }));

  interface Active {
    limit: Limit;
    hash: string;
  }

  function refuse({ limit, hash }: Active, until: number): never {
    reached(limit.name, hash);
    limited.set(hash, until, { ttl: Math.max(1, until - now()) });
    throw tooManyAttempts(secondsUntil(until, now()));
  }

  function refuseFromMemory(keys: readonly Active[]): void {
    for (const key of keys) {
      const until = limited.get(key.hash);
      if (until !== undefined && until > now()) refuse(key, until);
    }
  }

  /** Refuses beyond the limit; takes the one try of a pause, so that over all instances there is one. */
  async function admit(key: Active): Promise<void> {
    const { limit, hash } = key;
    const read = standing(await store.read(hash), limit, now());
    if (read.kind === "free") return;
    if (read.kind === "limited") refuse(key, read.until);
    const taken = await store.change<Standing>(hash, (counter) => {
      const current = standing(counter, limit, now());
      if (current.kind !== "one-try" || !counter) return { outcome: current };
      return { ...kept(claimed(counter, now()), limit), outcome: { kind: "free" } };
    });
    if (taken.kind === "limited") refuse(key, taken.until);
  }

  async function count({ limit, hash }: Active): Promise<void> {
    await store.change(hash, (counter) => ({
      ...kept(counted(counter, limit, now()), limit),
      outcome: undefined,
    }));
  }

  async function inLane<Result>(hash: string, make: () => Promise<Result>): Promise<Result> {
    const lane = lanes.get(hash) ?? { running: 0, waiting: [] };
    lanes.set(hash, lane);
    if (lane.running >= inFlight) await new Promise<void>((go) => lane.waiting.push(go));
    else lane.running += 1;
    try {
      return await make();
    } finally {
      const next = lane.waiting.shift();
      if (next) next();
      else if (--lane.running === 0) lanes.delete(hash);
    }
  }

  async function attemptOnce<Result>(
    keys: readonly Active[],
    make: () => Promise<Result>,
    isFailure: (error: unknown) => boolean,
  ): Promise<Result> {
    refuseFromMemory(keys);
    const trying = make();
    // Its outcome is handled below; a refusal may come first.
    trying.catch(() => undefined);
    await Promise.all(keys.map(admit));
    try {
      return await trying;
    } catch (error) {
      if (isFailure(error)) await Promise.all(keys.map(count));
      throw error;
    }
  }

  return {
    attempt(named, make, isFailure) {
      const keys = active(named);
      const [first] = keys;
      return first ? inLane(first.hash, () => attemptOnce(keys, make, isFailure)) : make();
    },

    async use(named) {
      const keys = active(named);
      refuseFromMemory(keys);
      for (const key of keys) {
        const { limit, hash } = key;
        const before = await store.change<Standing>(hash, (counter) => {
          const current = standing(counter, limit, now());
          if (current.kind === "limited") return { outcome: current };
          return { ...kept(counted(counter, limit, now()), limit), outcome: current };
        });
        if (before.kind === "limited") refuse(key, before.until);
      }
    },

    async forget({ limit, subject }) {
      const hash = hashOf({ limit, subject });
      limited.delete(hash);
      await store.remove(hash);
    },
  };
}

interface Lane {
  running: number;
  readonly waiting: (() => void)[];
}

function kept(counter: Counter, { windowMilliseconds }: Limit) {
  const expireAt = Math.max(counter.since, counter.pausedUntil) + windowMilliseconds;
  return { counter, expireAt };
}

function tooManyAttempts(retryAfterSeconds: number): AuthError {
  return new AuthError("too-many-attempts", "Too many attempts; try again later.", {
    details: { retryAfterSeconds },
  });
}
