/** What the code in a mailed link can be for, as `mode` in the link names it. */
export const actionModes = [
  "resetPassword",
  "verifyEmail",
  "verifyAndChangeEmail",
  "recoverEmail",
  // Not Firebase's: a code of our own.
  "acceptInvitation",
  "revertSecondFactorAddition",
  "signIn",
] as const;

export type ActionMode = (typeof actionModes)[number];

/** What a code says of itself. */
export interface ActionCode {
  mode: ActionMode;
  /** The address that the account will have when the code is used; `null` where the code does not say. */
  email: string | null;
  /** The address that the account has before, where using the code changes it. */
  previousEmail: string | null;
}

/**
 * The codes in links that Firebase Auth makes. Every method throws `action-code-invalid`,
 * `action-code-expired`, `user-disabled`, `too-many-attempts` and `unavailable`.
 */
export interface ActionCodes {
  /** Says what a code is for, and uses nothing up. */
  check(code: string): Promise<ActionCode>;

  /** Sets a password by a code that is for that. @throws {AuthError} `weak-password`; the code is still good then. */
  resetPassword(code: string, newPassword: string): Promise<void>;

  /** Does what any other code is for, and says to which account: its uid. @throws {AuthError} `email-exists`. */
  apply(code: string): Promise<string>;
}
