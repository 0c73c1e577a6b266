import { graceMilliseconds, sweepAccount } from "../../../src/accounts/protocol/sweep";
import { finishTakeOver } from "../../../src/accounts/take-over";
import { succeeds } from "../guards";
import { portsOf } from "../ports";
import type { World } from "../world";

/** Sweeps one account as the schedule does, if a mark of it is old enough. */
export async function sweep(world: World, name: string, uid: string): Promise<void> {
  const now = world.now();
  const ports = portsOf(world, name);
  const sweeping = async () => {
    const marked = await ports.records.markedBefore(now - graceMilliseconds);
    if (!marked.includes(uid)) return;
    await finishTakeOver(uid, now - graceMilliseconds, ports);
    await sweepAccount(uid, now, ports);
  };
  await succeeds(sweeping());
}
