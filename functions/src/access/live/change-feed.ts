import type { AccountStates, StateReading, StateTally } from "./account-state";
import { recentChanges } from "./recent-changes";

/**
 * How far back to read, step by step, for changes that Firestore counts and that have not been read yet where those
 * after the last one are: commits that overtook each other, which is common, by milliseconds before that last one; then
 * commits that were held up, which is not, by milliseconds before the count; all that was counted.
 */
const overtaking = 250;
const heldUp = [2_000, 15_000, 60_000];

const minute = 60_000;

/** Changes that are read at once when it starts. Of more, it reads those of one minute after the other. */
const maxAtOnce = 50_000;

export interface ChangeFeedOptions {
  /** Milliseconds by which counts overlap. */
  overlap: number;
  /** Called with the changes that were read. */
  learn: (reading: StateReading) => void;
}

/** Follows the changes, at the price of one read per query while there are none. */
export interface ChangeFeed {
  /**
   * Reads everything since a time, in milliseconds since 1970.
   *
   * @returns Firestore's time by which everything visible was read.
   */
  start(since: number): Promise<number>;

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
  { overlap, learn }: ChangeFeedOptions,
): ChangeFeed {
  const recent = recentChanges();
  /** When the newest count was made that all changes are accounted for in. */
  let accountedAt = 0;

  function take(reading: StateReading): void {
    recent.learn(reading.states);
    learn(reading);
  }

  return {
    async start(since) {
      const tally = await states.tallySince(since);
      recent.clear();
      let from = since;
      if (tally.documents > maxAtOnce) {
        for (; from + minute < tally.readAt; from += minute) {
          const reading = await states.changedSince(from, { until: from + minute });
          // No count reaches back any further.
          if (from + minute > tally.readAt - overlap) recent.learn(reading.states);
          learn(reading);
        }
      }
      take(await states.changedSince(from));
      // What changed since the first reading is for the first count to find.
      return tally.readAt;
    },

    async catchUp(readAt) {
      const since = readAt - overlap;
      const tally = await states.tallySince(since);
      const newest = recent.newest() + 1;
      const steps = [newest, newest - overtaking, ...heldUp.map((back) => tally.readAt - back)];
      let until = Infinity;
      for (const step of steps) {
        // Another one that counted later may have come to its end meanwhile.
        if (tally.readAt < accountedAt) return tally;
        if (recent.accountFor(tally, since)) break;
        const from = Math.max(step, since);
        if (from >= until) continue;
        take(await states.changedSince(from, { at: tally.readAt, until }));
        until = from;
      }
      if (tally.readAt >= accountedAt && !recent.accountFor(tally, since)) {
        // Documents that are gone are in no count any more.
        recent.clear();
        take(await states.changedSince(since, { at: tally.readAt }));
      }
      accountedAt = Math.max(accountedAt, tally.readAt);
      return tally;
    },
  };
}
