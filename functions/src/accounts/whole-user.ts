import type { Account } from "../identity/sign-in";
import type { Ports } from "../ports";

/** One user, by exactly one of the two. */
export interface WhichUser {
  userId?: string | undefined;
  email?: string | undefined;
}

/** Finds the account that is meant. Firebase Auth knows addresses best. */
export function findAccount(
  { userId, email = "" }: WhichUser,
  { accounts }: Pick<Ports, "accounts">,
): Promise<Account | undefined> {
  return userId === undefined ? accounts.findByEmail(email) : accounts.find(userId);
}
