import type { Ports } from "../ports";
import { finishErasing } from "./erase";
import { finishTakeOver } from "./take-over";
import { graceMilliseconds, sweepAccount } from "./protocol/sweep";

/**
 * Finishes changes, creations and deletions that were begun and not finished, because an instance died or Firebase
 * was away and nobody tried again. One that can't be finished does not stop the others.
 *
 * @param options.graceMilliseconds - how long whoever began has time to finish. Default 2 minutes, which is longer
 *   than the deadlines of all calls of an operation together.
 * @throws {AggregateError} Of all that failed; the next run tries again.
 */
export async function sweep(
  ports: Ports,
  options: { graceMilliseconds?: number } = {},
): Promise<void> {
  const grace = options.graceMilliseconds ?? graceMilliseconds;
  const now = Date.now();
  const [marked, erased] = await Promise.all([
    ports.records.markedBefore(now - grace),
    ports.records.erasedBefore(now - grace),
  ]);
  const outcomes = await Promise.allSettled([
    ...marked.map(async (uid) => {
      await finishTakeOver(uid, now - grace, ports);
      await sweepAccount(uid, now, ports, grace);
    }),
    ...erased.map((uid) => finishErasing(uid, ports)),
  ]);
  const failures = outcomes.flatMap((o) => (o.status === "rejected" ? [o.reason as unknown] : []));
  if (failures.length > 0)
    throw new AggregateError(failures, "Some changes could not be finished.");
}
