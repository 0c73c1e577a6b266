import type { Account } from "../identity/sign-in";
import type { User } from "../users/user-directory";
import { fitNames, splitName } from "./names";
import type { Ports } from "../ports";

const google = "google.com";

/**
 * Says whether a provider's sign-in took this account over from somebody who had registered its address
 * without ever proving it. Firebase verifies the address then and removes the password; what else the
 * first one had (a phone, other providers, sessions, the names) stays, so it is ended here.
 */
export function isTakenOver(user: User, { emailVerified, providers }: Account): boolean {
  return (
    !user.emailVerified &&
    emailVerified &&
    user.signUpMethod !== "GOOGLE" &&
    providers.includes(google) &&
    !providers.includes("password")
  );
}

/** An account of which all sources say the same. */
export interface Reconciled {
  user: User;
  /** Sessions begun in this second (since 1970) or before are dead. */
  deadUntil: number;
}

/**
 * Ends everything that was there before the take-over. The document is written last: until then, asking
 * again finds the take-over again.
 *
 * @param names - those that the provider gave. Default: those of the account, which may be the first one's.
 */
export async function leaveNothingBehind(
  user: User,
  account: Account,
  { accounts, changes, users }: Ports,
  names = splitName(account.displayName),
): Promise<Reconciled> {
  const fitting = fitNames(names);
  const displayName = `${fitting.firstName} ${fitting.lastName}`.trim();
  await changes.make(user.id, { endsSessions: true }, async () => {
    await accounts.handOver(user.id, google, displayName);
    await accounts.revokeRefreshTokens(user.id);
  });
  const mine = {
    ...fitting,
    email: account.email,
    emailVerified: true,
    signUpMethod: "GOOGLE",
  };
  await users.update(user.id, mine);
  return { user: { ...user, ...mine }, deadUntil: Math.floor(Date.now() / 1000) };
}
