import { finishChange } from "./finish-change";
import type { Ports } from "../ports";

/**
 * Finishes what was begun and not finished, because an instance died or Firebase was away, and nobody
 * asked again: pending changes, and users whose account was never made. One that can't be finished
 * does not keep the others from it.
 *
 * @param options.graceMilliseconds - how long who began has to finish. Default 2 minutes: all calls of an
 *   operation together have shorter deadlines.
 * @throws {AggregateError} Of all that failed; the next run tries again.
 */
export async function sweep(ports: Ports, { graceMilliseconds = 2 * 60_000 } = {}): Promise<void> {
  const before = Date.now() - graceMilliseconds;
  const [pending, prepared] = await Promise.all([
    ports.states.pending(),
    ports.users.preparedBefore(new Date(before)),
  ]);
  const stuck = [...pending.states].filter(([, { changedAt }]) => changedAt < before);
  const outcomes = await Promise.allSettled([
    ...stuck.map(([uid, state]) => finishChange(uid, state, ports)),
    ...prepared.map((uid) => settlePrepared(uid, ports)),
  ]);
  const failures = outcomes.flatMap((o) => (o.status === "rejected" ? [o.reason as unknown] : []));
  if (failures.length > 0)
    throw new AggregateError(failures, "Some changes could not be finished.");
}

async function settlePrepared(uid: string, { accounts, users }: Ports): Promise<void> {
  await ((await accounts.find(uid)) ? users.settle(uid) : users.remove(uid));
}
