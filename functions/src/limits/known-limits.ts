import { LRUCache } from "lru-cache";

/**
 * Milliseconds for which a known limit is believed: an operator's `unlock` takes effect everywhere within this
 * time.
 */
const believedFor = 30_000;

/** What an instance knows of keys that are limited, so that a flood costs neither a read nor a call. */
export interface KnownLimits {
  /** Until when a key is limited, in milliseconds since 1970; `undefined` where nothing is known, or no longer for sure. */
  until(hash: string): number | undefined;
  /** Says whether a key is limited as far as is known, and it is time to look again. */
  isStale(hash: string): boolean;
  learn(hash: string, until: number): void;
  forget(hash: string): void;
}

export function knownLimits(now: () => number): KnownLimits {
  const known = new LRUCache<string, { until: number; learntAt: number }>({ max: 10_000 });
  const current = (hash: string) => {
    const limited = known.get(hash);
    return limited && limited.until > now() ? limited : undefined;
  };
  const isOld = ({ learntAt }: { learntAt: number }) => now() - learntAt >= believedFor;

  return {
    until(hash) {
      const limited = current(hash);
      return limited && !isOld(limited) ? limited.until : undefined;
    },
    isStale(hash) {
      const limited = current(hash);
      return limited !== undefined && isOld(limited);
    },
    learn: (hash, until) => void known.set(hash, { until, learntAt: now() }),
    forget: (hash) => void known.delete(hash),
  };
}
