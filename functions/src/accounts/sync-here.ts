import type { Ports } from "../ports";
import type { Names } from "./names";
import { type InSync, sync } from "./protocol/sync";

/** Brings an account and its documents in line as `sync` does, and updates this instance's live state at once. */
export async function syncHere(
  uid: string,
  ports: Ports,
  names?: Names,
): Promise<InSync | undefined> {
  const synced = await sync(uid, ports, names);
  await ports.live.read(uid);
  return synced;
}
