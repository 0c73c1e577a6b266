import { z } from "zod";
import type { AccountChange } from "../../account-changes";
import { AuthError, isAuthError, userNotFound } from "../../errors";
import type { Account } from "../../identity/sign-in";
import type { User } from "../../users/user-directory";
import * as fields from "../../operation/fields";
import { refuseUnknownRoles } from "../../operation/known-roles";
import { operation } from "../../operation/operation";
import type { Ports } from "../../ports";
import { toUserDTO, userDto } from "../../operation/replies";
import { administratorsOnly, adminRole } from "../../operation/administrator";
import { documentOf, finishPending } from "../../accounts/whole-user";

const accepts = z.strictObject({
  userId: fields.userId,
  firstName: fields.personName,
  lastName: fields.personName,
  email: fields.email,
  role: fields.role,
  disabled: z.boolean().optional(),
});

/**
 * Changes a user. Another address is not verified, and ends the sessions as disabling does; another role
 * counts from the next check on. The last enabled Admin stays one.
 */
export const updateUser = operation({
  name: "updateUser",
  summary: "Change a user",
  accepts,
  replies: userDto,
  refuses: ["user-not-found", "email-exists", "not-allowed"],
  ...administratorsOnly,
  async run({ userId, firstName, lastName, ...rights }, ports, { about }) {
    refuseUnknownRoles({ role: rights.role }, ports.settings.roles);
    await finishPending(userId, ports);
    const before = await read(userId, ports);
    about(userId);
    await changeRights(before, rights, ports);
    await tell(before, rights, ports);
    await ports.users.update(userId, { firstName, lastName });
    return toUserDTO(await agree(userId, ports));
  },
});

interface Rights {
  email: string;
  role: string;
  /** `undefined` leaves it as it is. */
  disabled?: boolean | undefined;
}

/** A user whose account and document both exist. */
interface WholeUser {
  account: Account;
  user: User;
}

async function read(uid: string, ports: Ports): Promise<WholeUser> {
  const account = await ports.accounts.find(uid);
  if (!account) throw userNotFound();
  return { account, user: await documentOf(account, ports) };
}

async function changeRights(before: WholeUser, wanted: Rights, ports: Ports): Promise<void> {
  const { account, user } = before;
  const email = account.email === wanted.email ? undefined : wanted.email;
  const role = hasRole(before, wanted.role) ? undefined : wanted.role;
  const disabled = isDisabled(before, wanted.disabled) ? undefined : wanted.disabled;
  if (email === undefined && role === undefined && disabled === undefined) return;
  if (email !== undefined && (await ports.accounts.findByEmail(email)))
    throw new AuthError("email-exists");

  const change: AccountChange = {
    ...(role !== undefined && { role }),
    ...(disabled !== undefined && { disabled }),
    ...((email !== undefined || disabled) && { endsSessions: true }),
    ...((wanted.role !== adminRole || wanted.disabled) && { keeps: adminRole }),
  };
  try {
    await ports.changes.make(account.uid, change, () => apply(account, email, change, ports));
  } catch (error) {
    // Somebody took the address meanwhile. Nothing has changed in Firebase Auth, so all else is put back.
    if (isAuthError(error) && error.code === "email-exists") {
      const unchanged = { role: user.role, disabled: user.disabled };
      await ports.changes.make(account.uid, unchanged, () => Promise.resolve());
    }
    throw error;
  }
}

const hasRole = ({ account, user }: WholeUser, role: string) =>
  user.role === role && account.claims.role === role;

const isDisabled = ({ account, user }: WholeUser, disabled: boolean | undefined) =>
  disabled === undefined || (account.disabled === disabled && user.disabled === disabled);

/** Tells the user what was done; of another address, at the one that they had. */
async function tell({ account, user }: WholeUser, now: Rights, { outbox }: Ports): Promise<void> {
  if (user.role !== now.role) await outbox.add({ kind: "role-changed", uid: account.uid });
  if (account.email !== null && account.email !== now.email) {
    await outbox.add({ kind: "email-changed", address: account.email, locale: user.locale });
  }
}

/** The address first: it is all that can be refused. */
async function apply(
  { uid, claims }: Account,
  movesTo: string | undefined,
  { role, disabled, endsSessions }: AccountChange,
  { accounts }: Ports,
): Promise<void> {
  if (movesTo !== undefined) await accounts.setEmail(uid, movesTo);
  if (role !== undefined) await accounts.setRole({ uid, claims }, role);
  if (disabled !== undefined) await accounts.setDisabled(uid, disabled);
  if (endsSessions) await accounts.revokeRefreshTokens(uid);
}

/**
 * Makes sure that document, account and live state say the same at the end: others may have changed this
 * user at the same time. What the document says of role and `disabled`, and the account of the address,
 * is what counts. Whoever writes last looks last, so that the last look finds nothing to do.
 */
async function agree(uid: string, ports: Ports): Promise<User> {
  const [{ account, user }, state] = await Promise.all([read(uid, ports), ports.live.read(uid)]);
  const { role, disabled } = user;
  const unlike =
    !hasRole({ account, user }, role) ||
    account.disabled !== disabled ||
    (state !== undefined && (state.disabled !== disabled || (state.role ?? role) !== role));
  // What is pending is somebody's who will look, too.
  if (unlike && !state?.pending) {
    const change = { role, disabled };
    await ports.changes.make(uid, change, () => apply(account, undefined, change, ports));
    return agree(uid, ports);
  }
  const { email, emailVerified } = account;
  if (user.email !== email || user.emailVerified !== emailVerified) {
    await ports.users.update(uid, { email, emailVerified });
  }
  return { ...user, email, emailVerified };
}
