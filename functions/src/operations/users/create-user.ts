import { isAuthError, isRefusal } from "../../errors";
import { type Actor, actorOf } from "../../accounts/protocol/actor";
import { heal } from "../../accounts/protocol/heal";
import * as fields from "../../operation/fields";
import { refuseUnknownRoles } from "../../operation/requests/known-roles";
import { operation } from "../../operation/operation";
import type { Ports } from "../../ports";
import { invite } from "../../accounts/invite";
import { discard, makeUser, type NewUser, newUid } from "../../accounts/new-user";
import { newUser } from "../../operation/requests/new-user";
import { toUserDTO, userDto } from "../../operation/replies";
import { administratorsOnly, mustBeFresh } from "../../operation/administrator";

const accepts = newUser.extend({
  password: fields.newPassword.optional(),
  role: fields.role,
});

/**
 * Makes a user with a role, whether sign-up is open or closed, and mails a link to verify the address; without a
 * password, an invitation to choose one. Any role but the first one asks for a fresh sign-in.
 */
export const createUser = operation({
  name: "createUser",
  summary: "Make a user",
  accepts,
  replies: userDto,
  refuses: ["email-exists", "weak-password", "fresh-sign-in-required"],
  ...administratorsOnly,
  async run({ email, password, role, locale = null, ...names }, ports, context) {
    refuseUnknownRoles({ role }, ports.settings.roles);
    if (role !== ports.settings.roles[0]) await mustBeFresh(context, ports);
    if (password !== undefined) await ports.passwords.check(password, { email, ...names });
    const id = await make({ email, password, locale, ...names }, role, actorOf(context), ports);
    context.about(id);
    return toUserDTO({
      id,
      ...names,
      email,
      emailVerified: false,
      role,
      disabled: false,
      locale,
      signUpMethod: password === undefined ? "INVITATION" : "PASSWORD",
    });
  },
});

/** Makes a user, also where the same request failed half-way before. */
async function make(user: NewUser, role: string, by: Actor, ports: Ports): Promise<string> {
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
