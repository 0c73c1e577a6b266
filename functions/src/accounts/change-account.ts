import type { Ports } from "../ports";
import { tryToErase } from "./erase";
import type { Actor } from "./protocol/actor";
import { change, type AccountChange } from "./protocol/change";

/** Changes an account, and updates this instance's live state at once. @throws {AuthError} As `change` does. */
export async function changeAccount(
  uid: string,
  wanted: AccountChange,
  by: Actor,
  ports: Ports,
): Promise<void> {
  await change(uid, wanted, by, ports);
  await ports.live.read(uid);
  if (wanted.deleted) await tryToErase(uid, ports);
}
