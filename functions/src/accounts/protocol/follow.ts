import type { Account } from "../../identity/sign-in";
import type { AccountRecord, StateWrite, UserWrite } from "../../users/account-record";
import type { User } from "../../users/user-directory";

/** What the documents say once an account is gone, whoever deleted it. */
export function gone(
  { state }: AccountRecord,
  unmark: readonly string[] = [],
): { state: StateWrite; user: UserWrite } {
  const generation = state?.generation ?? 0;
  const deleted = !state?.deleted && { deleted: true, validAfter: "now" as const };
  return { state: { ...deleted, generation, unmark }, user: { remove: true } };
}

/**
 * Copies the address into the document: Firebase Auth has the true one. Not where somebody else copied it since the
 * account was looked at.
 *
 * @param before - the document as it was read before that.
 */
export function addressOf(
  { user }: AccountRecord,
  { user: before, account }: { user: User | undefined; account: Account },
): UserWrite | undefined {
  if (!user || !before || !haveSameAddress(user, before)) return undefined;
  const { email, emailVerified } = account;
  return haveSameAddress(user, account) ? undefined : { update: { email, emailVerified } };
}

type Address = Pick<Account, "email" | "emailVerified">;

const haveSameAddress = (one: Address, other: Address) =>
  one.email === other.email && one.emailVerified === other.emailVerified;
