import type { Counter } from "../../src/limits/limit";
import type { LimitStore } from "../../src/limits/limit-store";

/** Counters in memory, with what was asked of them. A transaction is one step. */
export function memoryLimits(): LimitStore & { reads: number; writes: number } {
  const counters = new Map<string, Counter>();
  const store = {
    reads: 0,
    writes: 0,
    read(hashes: readonly string[]) {
      store.reads += hashes.length;
      return Promise.resolve(hashes.map((hash) => counters.get(hash)));
    },
    change<Outcome extends object>(hash: string, decide: Parameters<LimitStore["change"]>[1]) {
      const { counter, outcome } = decide(counters.get(hash));
      if (counter) {
        store.writes += 1;
        counters.set(hash, counter);
      }
      return Promise.resolve(outcome as Outcome);
    },
    remove(hash: string) {
      counters.delete(hash);
      return Promise.resolve();
    },
  };
  return store;
}
