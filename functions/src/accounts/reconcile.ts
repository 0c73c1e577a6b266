import type { AccountState } from "../access/live/account-state";
import type { StateDifference } from "../account-changes";
import { userDisabled } from "../errors";
import type { Account } from "../identity/sign-in";
import type { User } from "../users/user-directory";
import type { Names } from "./names";
import type { Ports } from "../ports";
import { isTakenOver, leaveNothingBehind, type Reconciled } from "./take-over";
import { alignRole, ensureDocument } from "./user-document";

/** What is known of an account: by Firebase Auth, by its document, by the live state. */
export interface Known {
  account: Account;
  user: User | undefined;
  state: AccountState | undefined;
}

/**
 * Makes document, claim and live state agree with what Firebase Auth says, for accounts are changed in
 * the console, by client SDKs and by other servers as well, and no event tells. Costs nothing but this
 * comparison when all agree.
 *
 * @param names - those that a provider gave in this very sign-in.
 * @throws {AuthError} `user-disabled`.
 */
export async function reconcile(known: Known, ports: Ports, names?: Names): Promise<Reconciled> {
  const { account, state } = known;
  if (known.user && isTakenOver(known.user, account)) {
    return leaveNothingBehind(known.user, account, ports, names);
  }
  const user = known.user ?? (await ensureDocument(account, ports, names)).user;
  const role = await alignRole(user, account, ports);
  if (difference(account, state, user)) await hear(account.uid, ports);
  if (account.disabled) throw userDisabled();
  await copyAddress(user, account, ports);
  return {
    user: {
      ...user,
      role,
      email: account.email,
      emailVerified: account.emailVerified,
      disabled: false,
    },
    deadUntil: Math.max(state?.validAfter ?? 0, revokedAt(account)),
  };
}

/** Firebase Auth's address is the true one; the document holds a copy. */
async function copyAddress(user: User, account: Account, { users }: Ports): Promise<void> {
  const { email, emailVerified } = account;
  if (user.email === email && user.emailVerified === emailVerified) return;
  await users.update(user.id, { email, emailVerified });
}

/**
 * Writes down what was changed elsewhere. Looks at the account once more: what was read side by side may
 * be of two different moments.
 */
export async function hear(
  uid: string,
  { accounts, changes }: Pick<Ports, "accounts" | "changes">,
): Promise<void> {
  const account = await accounts.find(uid);
  // Of an account that is gone, the trigger tells.
  if (account) await changes.record(uid, (state, user) => difference(account, state, user));
}

/** Says what the live state and the document have not heard of. */
function difference(
  account: Account,
  state: AccountState | undefined,
  user: { role: string; disabled: boolean },
): StateDifference | undefined {
  const revoked = revokedAt(account);
  const claimed = account.claims.role;
  const roleUnheard =
    state?.role === undefined
      ? typeof claimed === "string" && claimed !== user.role
      : state.role !== user.role;
  const stateNow = {
    ...(revoked > (state?.validAfter ?? 0) && isRecent(revoked) && { validAfter: revoked }),
    ...(roleUnheard && { role: user.role }),
    ...((state?.disabled ?? false) !== account.disabled && { disabled: account.disabled }),
    ...(state?.deleted && { deleted: false }),
  };
  const userNow = { ...(user.disabled !== account.disabled && { disabled: account.disabled }) };
  if (Object.keys(stateNow).length === 0 && Object.keys(userNow).length === 0) return undefined;
  return { state: stateNow, user: userNow };
}

/** The second up to which Firebase Auth has ended sessions; 0 when it never did. A new account begins with its own. */
function revokedAt({ validSince, createdAt }: Account): number {
  return validSince > Math.floor(createdAt / 1000) ? validSince : 0;
}

/** What ended longer ago than an ID token lives (and five minutes) concerns no token that is still in date. */
function isRecent(second: number): boolean {
  return second > Date.now() / 1000 - 65 * 60;
}
