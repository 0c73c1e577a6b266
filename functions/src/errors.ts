/** Every reason for which a request is refused, as clients see it in `details.code` (README, Error codes). */
export type AuthErrorCode =
  | "invalid-request"
  | "invalid-credentials"
  | "not-signed-in"
  | "token-expired"
  | "token-invalid"
  | "session-revoked"
  | "refresh-token-invalid"
  | "second-factor-required"
  | "not-allowed"
  | "user-disabled"
  | "email-not-verified"
  | "sign-up-closed"
  | "user-not-found"
  | "route-not-found"
  | "method-not-allowed"
  | "payload-too-large"
  | "unsupported-media-type"
  | "email-exists"
  | "account-exists"
  | "weak-password"
  | "action-code-invalid"
  | "action-code-expired"
  | "too-many-attempts"
  | "unavailable"
  | "internal";

export interface AuthErrorOptions extends ErrorOptions {
  /** What a client needs to go on, sent beside the code. Never logged: it may hold a credential. */
  details?: Readonly<Record<string, unknown>>;
}

/**
 * Every failure that this project raises on purpose; anything else is a bug and reaches the client
 * as `internal`. The message is for the client: it never holds a value that the client sent. The
 * cause is for the log: it never holds a password, a token, an action link or its code.
 */
export class AuthError extends Error {
  override readonly name = "AuthError";
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    readonly code: AuthErrorCode,
    message: string,
    { details = {}, ...options }: AuthErrorOptions = {},
  ) {
    super(message, options);
    this.details = details;
  }
}

/** Says that Firebase, Firestore or the task queue can't be reached: neither a yes nor a no. */
export function unavailable(what: string, cause?: unknown): AuthError {
  return new AuthError("unavailable", `${what} can't be reached; try again.`, { cause });
}

/** Says that a session was ended, or that its account is gone. */
export function sessionRevoked(): AuthError {
  return new AuthError("session-revoked", "This session has ended; sign in again.");
}

export function userDisabled(): AuthError {
  return new AuthError("user-disabled", "This account is disabled.");
}

export function userNotFound(): AuthError {
  return new AuthError("user-not-found", "There is no such user.");
}
