import type { AccountStates, StateReading } from "../functions/src/access/live/account-state";

/** What was asked of Firestore, as it bills it. */
export interface ReadCount {
  /** Calls that went over the network. */
  calls: number;
  /** Documents: at least one per query, and one per 1,000 that were counted. */
  reads: number;
}

/** Counts what is read. */
export function countedStates(states: AccountStates): AccountStates & { count: ReadCount } {
  const count: ReadCount = { calls: 0, reads: 0 };
  const bill = (reads: number) => {
    count.calls += 1;
    count.reads += Math.max(1, reads);
  };
  const billed = async (query: Promise<StateReading>) => {
    const reading = await query;
    bill(reading.states.size);
    return reading;
  };
  return {
    ...states,
    count,
    changedSince: (since, limits) => billed(states.changedSince(since, limits)),
    pending: () => billed(states.pending()),
    async tallySince(since) {
      const tally = await states.tallySince(since);
      bill(Math.ceil(tally.documents / 1000));
      return tally;
    },
    read(uid) {
      bill(1);
      return states.read(uid);
    },
  };
}
