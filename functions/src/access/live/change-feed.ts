import type { AccountStates, StateReading, StateTally } from "./account-state";
import { recentChanges } from "./recent-changes";

/**
 * How far back to read, step by step, for changes that Firestore counts and that have not been read:
 * those after the last one; commits that overtook each other, which is common; commits that were held
 * up, which is not; all that was counted.
 */
const stepsBack = [0, 2_000, 15_000, Infinity];

/**
 * How often to count and read what is new before reading further back, where changes come so fast that counts and
 * readings overtake each other.
 */
const maxTries = 5;

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
 * times. Counting them costs one read, and the count differs whenever anything did change.
 */
export function changeFeed(
  states: AccountStates,
  { overlap, limit, learn }: ChangeFeedOptions,
): ChangeFeed {
  const recent = recentChanges();

  return {
    async start(since) {
      const reading = await states.changedSince(since);
      recent.clear();
      recent.learn(reading.states);
      return reading;
    },

    async catchUp(readAt) {
      const since = readAt - overlap;
      let tally = await states.tallySince(since);
      const isOver = () => tally.documents > limit || recent.accountFor(tally, since);
      for (const back of stepsBack) {
        if (isOver()) break;
        let from = back === 0 ? recent.newest() + 1 : tally.readAt - back;
        for (let tries = 0; tries < maxTries; tries += 1) {
          const reading = await states.changedSince(Math.max(from, since));
          if (from < since) recent.clear();
          recent.learn(reading.states);
          learn(reading);
          if (!overtaken(tally, reading)) break;
          tally = await states.tallySince(since);
          if (isOver()) return tally;
          from = recent.newest() + 1;
        }
      }
      return tally;
    },
  };
}

/** Says whether a document changed between the count and the reading, so that they can't be compared. */
function overtaken({ readAt }: StateTally, { states }: StateReading): boolean {
  return [...states.values()].some(({ version }) => version >= readAt * 1000);
}
