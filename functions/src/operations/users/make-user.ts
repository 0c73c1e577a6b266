import { invite } from "../../accounts/invite";
import { discard, makeUser, type NewUser, newUid } from "../../accounts/new-user";
import type { Actor } from "../../accounts/protocol/actor";
import { heal } from "../../accounts/protocol/heal";
import { isAuthError, isRefusal } from "../../errors";
import type { Ports } from "../../ports";

/**
 * Makes a user, also where the same request failed half-way before, and mails a link to verify the address; without a
 * password, an invitation to choose one.
 *
 * @returns the uid.
 * @throws {AuthError} `email-exists`, `weak-password`, `unavailable`.
 */
export async function make(user: NewUser, role: string, by: Actor, ports: Ports): Promise<string> {
  try {
    return await makeOnce(user, role, by, ports);
  } catch (error) {
    const taken = isAuthError(error) && error.code === "email-exists";
    if (taken && (await removeGivenUp(user.email, ports))) {
      return makeOnce(user, role, by, ports);
    }
    throw error;
  }
}

async function makeOnce(user: NewUser, role: string, by: Actor, ports: Ports): Promise<string> {
  const uid = newUid();
  const { email, password, locale } = user;
  try {
    await makeUser(uid, user, role, by, ports);
    if (password === undefined) await invite({ uid, email }, by, ports);
    else await ports.outbox.add({ kind: "email-verification", address: email, locale });
    return uid;
  } catch (error) {
    // Either of the two makes sure that the same request succeeds later. A refusal left nothing behind.
    if (!isRefusal(error)) {
      await Promise.allSettled([ports.accounts.remove(uid), discard(uid, ports)]);
    }
    throw error;
  }
}

/** Finishes a deletion that holds an address. */
async function removeGivenUp(email: string, ports: Ports): Promise<boolean> {
  const account = await ports.accounts.findByEmail(email);
  if (!account) return true;
  const { state } = await ports.records.read(account.uid);
  if (!state?.deleted) return false;
  await heal(account.uid, ["account"], ports);
  return true;
}
