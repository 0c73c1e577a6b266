import type { Account } from "../../identity/sign-in";
import type { AccountRecord, StateWrite, UserWrite } from "../../users/account-record";

/** What the documents say once an account is gone, whoever deleted it. */
export function gone(
  { state }: AccountRecord,
  unmark: readonly string[] = [],
): { state: StateWrite; user: UserWrite } {
  const generation = state?.generation ?? 0;
  const deleted = !state?.deleted && { deleted: true, validAfter: "now" as const };
  return { state: { ...deleted, generation, unmark }, user: { remove: true } };
}

/** Copies the address into the document: Firebase Auth has the true one. */
export function addressOf({ user }: AccountRecord, account: Account): UserWrite | undefined {
  const { email, emailVerified } = account;
  if (!user || (user.email === email && user.emailVerified === emailVerified)) return undefined;
  return { update: { email, emailVerified } };
}
