import type { Ports } from "../ports";
import { gone } from "./protocol/follow";
import { markedFields } from "./protocol/intent";
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
  const { records, accounts, live } = ports;
  const before = await records.read(uid);
  // Events come late and twice: an account of this uid may have been made anew, or be about to be made.
  if (await accounts.find(uid)) return;
  await records.transact([uid], (record) => {
    const { state } = record;
    const isLater = Math.floor((state?.generation ?? 0) / 1000) > createdAt;
    const isBeingMade = !state?.deleted && markedFields(state).has("account");
    if (isLater || isBeingMade || record.version !== before.version) return { result: undefined };
    return { result: undefined, ...gone(record) };
  });
  await live.read(uid);
}
