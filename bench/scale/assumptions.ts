/** What a simulated Firestore costs and takes, and who uses it: data, with its sources. */

/**
 * Dollars, single region us-central1, without the free quota: https://cloud.google.com/firestore/pricing (read in 2026;
 * a multi-region costs twice that). Indexes: one read for up to 1,000 entries that an aggregation counts, and one for a
 * query that finds nothing.
 */
export const prices = { read: 0.03 / 100_000, write: 0.09 / 100_000 } as const;

/**
 * Milliseconds that a call within a region takes, from the fastest to the slowest: our assumption; Google publishes
 * none. Commits become visible within `commit`, and one in ten thousand up to 40 s later, which is worse than we know of.
 */
export const latency = { least: 10, most: 60, commit: 60, late: 0.0001, latest: 40_000 } as const;

/**
 * Writes a second to an index that grows at its end, for each shard:
 * https://firebase.google.com/docs/firestore/solutions/shard-timestamp
 */
export const writesPerShard = 500;

export const daysOfAMonth = 30;

export interface Population {
  dailyUsers: number;
  /** At the busiest hour. */
  instances: number;
}

export const populations: readonly Population[] = [
  { dailyUsers: 10_000, instances: 10 },
  { dailyUsers: 1_000_000, instances: 20 },
  { dailyUsers: 100_000_000, instances: 1_000 },
];

/** What a user does in a day, on the mean. */
export const habits = {
  checks: 100,
  /** Ends of sessions, new passwords, other roles: one user in twenty has one. */
  changes: 1 / 20,
  signIns: 1 / 5,
  renewals: 3,
} as const;

/** Documents written by each: `functions/test/accounts/protocol/calls.test.ts` and `npm run bench -- --only sign-in`. */
export const writes = {
  change: 2,
  /** The session and its entry in the trail. Limits write nothing for a good one. */
  signIn: 2,
  renewal: 1,
} as const;

/** The mean number of instances, as a share of those at the busiest hour: a night and a day in one region. */
export const meanShare = 0.6;

/** How often an instance is started again in a day. */
export const starts = 3;

/** Bytes of an entry in full (`npm run bench -- --only memory`), and of a period of five minutes that is only noted. */
export const bytes = { entry: 220, period: 2 ** 20 } as const;
