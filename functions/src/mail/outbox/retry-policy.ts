/**
 * How often delivery is tried. Cloud Tasks tries again after 5, 10, 20, 40, 80, 160, 320 and then every
 * 600 seconds, 15 tries in all: the last one is 80 minutes after the first, so an outage of an hour loses
 * nothing. The first retries come quickly, because most failures are brief and somebody is waiting for the mail.
 */
export const retries = {
  maxAttempts: 15,
  minBackoffSeconds: 5,
  maxBackoffSeconds: 600,
  maxDoublings: 7,
} as const;

const minute = 60_000;

/** Seconds after which the platform ends a worker. */
export const workerSeconds = 180;

/** Milliseconds of a lease: as long as a worker can run. */
export const leaseMilliseconds = workerSeconds * 1000;

/** Milliseconds that the mail provider may take for one message. */
export const longestSend = 60_000;

/** Milliseconds after which an enqueued task that has not run is considered lost, and the sweeper enqueues another. */
export const enqueuedMilliseconds = 5 * minute;

/** The same for a task that Cloud Tasks retries: longer than it ever waits. */
export const retriedMilliseconds = retries.maxBackoffSeconds * 1000 + enqueuedMilliseconds;

/** How many attempts an entry gets, including those by the sweeper, before it is assumed to crash its workers. */
export const mostAttempts = 3 * retries.maxAttempts;

/** How long an entry is kept, whatever its state. */
export const keptMilliseconds = 7 * 24 * 60 * minute;

/**
 * Milliseconds to wait before a retry. Cloud Tasks adds no jitter, so mails that failed together would be
 * retried together.
 */
export function jitter(retryCount: number, random: () => number = Math.random): number {
  return retryCount === 0 ? 0 : random() * Math.min(retryCount * 1000, 5000);
}
