/**
 * How long it is tried to deliver a mail. Cloud Tasks comes back after 5, 10, 20, 40, 80, 160, 320 and
 * then every 600 seconds, 15 times altogether: the last try is 80 minutes after the first, so an outage
 * of an hour loses nothing. A first failure is mostly a hiccup, and somebody waits for the mail.
 */
export const retries = {
  maxAttempts: 15,
  minBackoffSeconds: 5,
  maxBackoffSeconds: 600,
  maxDoublings: 7,
} as const;

const minute = 60_000;

/** Seconds that a worker is given by the platform. */
export const workerSeconds = 180;

/** Milliseconds for which an entry is its worker's alone: as long as there can be a worker. */
export const leaseMilliseconds = workerSeconds * 1000;

/** Milliseconds that the mail provider may take for a message altogether. */
export const longestSend = 60_000;

/** Milliseconds in which a task that was enqueued surely ran: after that the sweeper enqueues another. */
export const enqueuedMilliseconds = 5 * minute;

/** Likewise for one that Cloud Tasks runs again: longer than it ever waits. */
export const retriedMilliseconds = retries.maxBackoffSeconds * 1000 + enqueuedMilliseconds;

/** How often an entry is taken up, by tasks of the sweeper too, before it counts as one that kills its workers. */
export const mostAttempts = 3 * retries.maxAttempts;

/** How long an entry is kept, whatever became of it. */
export const keptMilliseconds = 7 * 24 * 60 * minute;

/**
 * Milliseconds to wait before a try that is not the first. Cloud Tasks' waits have no jitter of their
 * own: mails that failed together would come back together.
 */
export function jitter(retryCount: number, random: () => number = Math.random): number {
  return retryCount === 0 ? 0 : random() * Math.min(retryCount * 1000, 5000);
}
