import type { SignedInCaller } from "../../access/caller";
import { type Guard, requireFresh, requireSignIn } from "../../access/guards";
import { AuthError, isAuthError } from "../../errors";
import type { Account } from "../../identity/accounts";
import type { Requester } from "../../operation/requester";
import type { Ports } from "../../ports";

const fresh = requireFresh({ verifiedEmail: false });
const signedIn = requireSignIn({ verifiedEmail: false });

/** Lets in users who signed in a short time ago, or who send their password, which the operation checks. */
export const freshOrPassword: Guard<{ currentPassword?: string | undefined }, SignedInCaller> = {
  ...fresh,
  check: (ask) => (ask.request.currentPassword === undefined ? fresh : signedIn).check(ask),
};

/** The codes that a check of the current password refuses with. */
export const passwordRefusals = [
  "invalid-credentials",
  "password-not-set",
  "too-many-attempts",
  "app-check-failed",
  "user-disabled",
  "not-allowed",
  "weak-password",
] as const;

/**
 * Checks the password of an account, by signing in with it. Wrong ones count for the account.
 *
 * @returns the address that it signs in with.
 * @throws {AuthError} One of `passwordRefusals`; `unavailable`.
 */
export async function confirmPassword(
  { email, providers }: Account,
  currentPassword: string,
  { network }: Requester,
  { limits, signIn }: Pick<Ports, "limits" | "signIn">,
): Promise<string> {
  if (email === null || !providers.includes("password")) throw new AuthError("password-not-set");
  try {
    await limits.ownPassword({ email, network }, () => signIn.withPassword(email, currentPassword));
  } catch (error) {
    // Firebase asks for the second factor only once the first one was right.
    if (!isAuthError(error) || error.code !== "second-factor-required") throw error;
  }
  return email;
}
