import { LRUCache } from "lru-cache";
import type { AccountState } from "./account-state";
import { elapsed, type Instant } from "./instant";

type Reading = Promise<AccountState | undefined>;

/** Documents whose last reading is remembered. */
const maxReadings = 10_000;

/** Readings of single documents, shared by all checks while one is fresh enough. */
export interface SingleReads {
  /** The last reading of a document if it was sent less than `maxAge` milliseconds before `arrived`, else a new one. */
  find(uid: string, arrived: Instant, maxAge: number): Reading;

  /** Reads a document afresh. */
  read(uid: string): Reading;
}

export function singleReads(
  readDocument: (uid: string) => Reading,
  clock: () => Instant,
): SingleReads {
  const last = new LRUCache<string, { sentAt: Instant; state: Reading }>({ max: maxReadings });

  async function read(uid: string): Reading {
    const reading = { sentAt: clock(), state: readDocument(uid) };
    last.set(uid, reading);
    try {
      return await reading.state;
    } catch (error) {
      if (last.get(uid) === reading) last.delete(uid);
      throw error;
    }
  }

  return {
    find(uid, arrived, maxAge) {
      const kept = last.get(uid);
      return kept && elapsed(kept.sentAt, arrived) < maxAge ? kept.state : read(uid);
    },
    read,
  };
}
