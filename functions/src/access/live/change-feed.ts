import type { AccountStates, StateReading, StateTally } from "./account-state";
import { recentChanges } from "./recent-changes";

/**
 * How far back to read, step by step, for changes that Firestore counts and that have not been read:
 * those after the last one; commits that overtook each other, which is common; commits that were held
 * up, which is not, up to a minute; all that was counted.
 */
const stepsBack = [0, 2_000, 15_000, 60_000, Infinity];

export interface ChangeFeedOptions {
  /** Milliseconds by which counts overlap. */
  overlap: number;
  /** Where more documents than this changed, none of them is read. */
  limit: number;
  /** Called with the changes that were read. */
  learn: (reading: StateReading) => void;
}

/** Follows the changes, at the price of one read per query while there are none. */
export interface ChangeFeed {
  /** Reads everything since a time, in milliseconds since 1970. */
  start(since: number): Promise<StateReading>;

  /** Reads what became visible since the last reading, and returns what had changed by then. */
  catchUp(readAt: number): Promise<StateTally>;
}

/**
 * A change's time is that of the request and not of its commit, so it can become visible after a later
 * one was read. Reading the last minutes again and again would find it, and cost each change many
 * times. Counting them costs one read, and the count differs whenever anything did change. What is read
 * after a count is read as it was when it was counted, so that both say the same however much changes meanwhile.
 */
export function changeFeed(
  states: AccountStates,
  { overlap, limit, learn }: ChangeFeedOptions,
): ChangeFeed {
  const recent = recentChanges();
  /** When the newest count was made that all changes are accounted for in. */
  let accountedAt = 0;

  return {
    async start(since) {
      const reading = await states.changedSince(since);
      recent.clear();
      recent.learn(reading.states);
      return reading;
    },

    async catchUp(readAt) {
      const since = readAt - overlap;
      const tally = await states.tallySince(since);
      for (const back of stepsBack) {
        // Another one that counted later may have come to its end meanwhile.
        if (tally.readAt < accountedAt || tally.documents > limit) return tally;
        if (recent.accountFor(tally, since)) break;
        const from = back === 0 ? recent.newest() + 1 : tally.readAt - back;
        const reading = await states.changedSince(Math.max(from, since), tally.readAt);
        if (from < since) recent.clear();
        recent.learn(reading.states);
        learn(reading);
      }
      accountedAt = Math.max(accountedAt, tally.readAt);
      return tally;
    },
  };
}
