import type { AccountState } from "../access/live/account-state";
import type { Account } from "../identity/sign-in";
import type { User } from "../users/user-directory";
import { finishChange } from "./finish-change";
import type { Ports } from "../ports";
import { ensureDocument } from "./user-document";

/** One user, by exactly one of the two. */
export interface WhichUser {
  userId?: string | undefined;
  email?: string | undefined;
}

/** Finds the account that is meant. Firebase Auth knows addresses best. */
export function findAccount(
  { userId, email = "" }: WhichUser,
  { accounts }: Ports,
): Promise<Account | undefined> {
  return userId === undefined ? accounts.findByEmail(email) : accounts.find(userId);
}

/** Reads the document of an account, and makes it if there is only the account. */
export async function documentOf(account: Account, ports: Ports): Promise<User> {
  return (await ports.users.find(account.uid)) ?? (await ensureDocument(account, ports)).user;
}

/** Finishes what was begun before and not finished. Gives the state that told of it, if there was any. */
export async function finishPending(uid: string, ports: Ports): Promise<AccountState | undefined> {
  const state = await ports.live.read(uid);
  if (!state?.pending) return undefined;
  await finishChange(uid, state, ports);
  return state;
}
