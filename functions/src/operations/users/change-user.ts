import type { ClientCaller } from "../../access/caller";
import { changeAccount } from "../../accounts/change-account";
import { noticesOf } from "../../mail/notices";
import { type Actor, actorOf } from "../../accounts/protocol/actor";
import type { AccountChange } from "../../accounts/protocol/change";
import { changeCredentials, type CredentialChange } from "../../accounts/protocol/credentials";
import { markedFields } from "../../accounts/protocol/intent";
import { adminsWhoCanAct, isActingAdmin } from "../../accounts/protocol/last-admin";
import { type InSync, sync } from "../../accounts/protocol/sync";
import { AuthError } from "../../errors";
import type { Context } from "../../operation/context";
import { mustBeFresh } from "../../operation/administrator";
import { etagOf, matches } from "../../operation/etag";
import { refuseUnknownRoles } from "../../operation/requests/known-roles";
import { toUserDTO, type UserDTO } from "../../operation/replies";
import type { Ports } from "../../ports";
import type { User } from "../../users/user-directory";

/** What is to change in a user. What is not named stays as it is. */
export interface UserChanges {
  firstName?: string | undefined;
  lastName?: string | undefined;
  email?: string | undefined;
  role?: string | undefined;
  disabled?: boolean | undefined;
  /** Why it is disabled. */
  reason?: string | undefined;
  locale?: string | undefined;
  /** The `ETag`s of which the user must still have one. */
  ifMatch?: string | undefined;
}

/** The codes that a change of a user is refused with. */
export const changeRefusals = [
  "user-not-found",
  "email-exists",
  "not-allowed",
  "changed-meanwhile",
  "fresh-sign-in-required",
] as const;

/** Changes the given fields of a user, and nothing else. */
export async function changeUser(
  userId: string,
  { email, ifMatch, ...wanted }: UserChanges,
  ports: Ports,
  context: Context<ClientCaller, (typeof changeRefusals)[number]>,
): Promise<UserDTO> {
  const { about, caller, refuse } = context;
  if (wanted.reason !== undefined && wanted.disabled !== true) {
    throw refuse("invalid-request", "reason: goes with disabled: true");
  }
  if (wanted.role !== undefined) refuseUnknownRoles({ role: wanted.role }, ports.settings.roles);
  const before = await sync(userId, ports);
  if (!before) throw refuse("user-not-found");
  about(userId);
  if (ifMatch !== undefined && !isStill(before.user, before, ifMatch)) {
    throw refuse("changed-meanwhile");
  }
  const { trace } = context;
  const { reason } = wanted;
  const by = actorOf({ ...context, trace: { ...trace, ...(reason !== undefined && { reason }) } });
  const change = differing(before, wanted);
  const movesTo = email === before.account.email ? undefined : email;
  const isOwn = caller.kind === "user" && caller.userId === userId;
  // It ends the session that asks, with which nothing else could be changed then.
  if (isOwn && movesTo !== undefined && Object.keys(change).length > 0) {
    throw refuse(
      "invalid-request",
      "email: change your own address by itself; it ends this session",
    );
  }
  // Whoever gets the mails of an account can take it over, with its role.
  const givesRights = movesTo !== undefined && before.user.role !== ports.settings.roles[0];
  if (givesRights || change.role !== undefined) await mustBeFresh(context, ports);
  // The address first: only that can be refused by Firebase.
  if (movesTo !== undefined) {
    const expects =
      ifMatch === undefined
        ? {}
        : { expects: (user: User) => matches(ifMatch, etagOf(toUserDTO(user))) };
    await changeAddress(before, movesTo, expects, by, ports);
  }
  if (Object.keys(change).length > 0) {
    const expects = (user: User) => ifMatch === undefined || isStill(user, before, ifMatch);
    const mails =
      change.role === undefined ? [] : noticesOf({ event: "role-changed", uid: userId });
    await changeAccount(userId, { ...change, expects, mails }, by, ports);
  }
  const after = await sync(userId, ports);
  if (!after) throw refuse("user-not-found");
  return toUserDTO(after.user);
}

/** Says whether a user still has the tag, apart from the address, which this very request may have changed. */
function isStill(user: User, before: InSync, ifMatch: string): boolean {
  const { email, emailVerified } = before.user;
  return matches(ifMatch, etagOf(toUserDTO({ ...user, email, emailVerified })));
}

/** What differs from what is wanted, or may differ at Firebase Auth: asking again finishes what failed half-way. */
function differing(
  { user, record }: InSync,
  { role, disabled, reason, ...profile }: Omit<UserChanges, "email" | "ifMatch">,
): AccountChange {
  const named = Object.fromEntries(
    Object.entries(profile).filter(
      ([field, value]) => value !== undefined && value !== user[field as keyof typeof profile],
    ),
  );
  const unfinished = markedFields(record.state);
  const is = <Field extends "role" | "disabled">(field: Field, value: User[Field]) =>
    user[field] === value && !unfinished.has(field);
  const isSaid = reason === undefined || user.disabling?.reason === reason;
  return {
    ...(role !== undefined && !is("role", role) && { role }),
    ...(disabled !== undefined && !(is("disabled", disabled) && isSaid) && { disabled }),
    ...(Object.keys(named).length > 0 && { profile: named }),
  };
}

async function changeAddress(
  { account, record, user }: InSync,
  email: string,
  expects: Pick<CredentialChange, "expects">,
  by: Actor,
  ports: Ports,
): Promise<void> {
  const { uid } = account;
  // An unverified address would lock out the last Admin who can act. They can change it themselves, by a mailed link.
  const locksOut = ports.settings.requireVerifiedEmail && isActingAdmin(record);
  const [holder, otherAdmins] = await Promise.all([
    ports.accounts.findByEmail(email),
    locksOut ? adminsWhoCanAct(uid, ports) : undefined,
  ]);
  if (holder) throw new AuthError("email-exists");
  const apply = () => ports.accounts.update(uid, { email });
  const addresses = { former: account.email, unproved: email };
  const mails = noticesOf({ event: "address-changed", ...addresses, locale: user.locale });
  const change = { apply, mails, ...expects, ...(otherAdmins && { otherAdmins }) };
  await changeCredentials(uid, change, by, ports);
  await ports.live.read(uid);
}
