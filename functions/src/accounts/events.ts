import type { Ports } from "../ports";
import { eraseTraces } from "./erase";
import { deletedElsewhere } from "./protocol/deletion";
import { sync } from "./protocol/sync";

/**
 * Completes an account that was made elsewhere (client SDK, console) or is just being made here: fills in a
 * document that is missing, and copies its role into the claim. Safe to run twice, late, or beside a registration.
 */
export async function accountCreated(uid: string, ports: Ports): Promise<void> {
  await sync(uid, ports);
}

/**
 * Ends what is left of an account that was deleted elsewhere: its tokens, which live for an hour, and its document.
 *
 * @param createdAt - when the account was created, in seconds since 1970.
 */
export async function accountDeleted(uid: string, createdAt: number, ports: Ports): Promise<void> {
  await deletedElsewhere(uid, createdAt, ports);
  await ports.live.read(uid);
  await eraseTraces(uid, ports);
}
