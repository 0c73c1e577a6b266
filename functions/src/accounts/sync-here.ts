import type { Ports } from "../ports";
import type { Names } from "./names";
import { type InSync, sync } from "./protocol/sync";

/** Makes documents and account agree as `sync` does, and has this instance know at once. */
export async function syncHere(
  uid: string,
  ports: Ports,
  names?: Names,
): Promise<InSync | undefined> {
  const synced = await sync(uid, ports, names);
  await ports.live.read(uid);
  return synced;
}
