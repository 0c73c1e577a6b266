/**
 * Every reason to refuse, by the code that clients see in `details.code`: the status of the callable protocol, the
 * HTTP status, and the default message.
 */
export const failures = {
  "invalid-request": ["invalid-argument", 400, "The request is malformed."],
  "weak-password": ["invalid-argument", 400, "Choose a stronger password."],
  "password-not-set": ["invalid-argument", 400, "This account has no password; ask for a reset."],
  "action-code-invalid": ["invalid-argument", 400, "This link is not valid or was used before."],
  "action-code-expired": ["invalid-argument", 400, "This link has expired; ask for another."],
  "invalid-credentials": ["unauthenticated", 401, "E-mail or password is wrong."],
  "not-signed-in": ["unauthenticated", 401, "Sign in first."],
  "token-expired": ["unauthenticated", 401, "The ID token has expired; renew it."],
  "token-invalid": ["unauthenticated", 401, "The ID token is not valid."],
  "session-revoked": ["unauthenticated", 401, "This session has ended; sign in again."],
  "refresh-token-invalid": [
    "unauthenticated",
    401,
    "The refresh token is not valid; sign in again.",
  ],
  "second-factor-required": ["unauthenticated", 401, "This account needs its second factor."],
  "fresh-sign-in-required": ["unauthenticated", 401, "Sign in again first; it has been too long."],
  "app-check-failed": ["unauthenticated", 401, "This app could not be attested."],
  "not-allowed": ["permission-denied", 403, "You may not do this."],
  "user-disabled": ["permission-denied", 403, "This account is disabled."],
  "email-not-verified": ["permission-denied", 403, "Verify your e-mail first."],
  "sign-up-closed": ["permission-denied", 403, "Registration is closed."],
  "user-not-found": ["not-found", 404, "There is no such user."],
  "session-not-found": ["not-found", 404, "There is no such session."],
  "route-not-found": ["not-found", 404, "There is no such route."],
  "method-not-allowed": ["invalid-argument", 405, "The route does not take this method."],
  "email-exists": ["already-exists", 409, "There is an account with this e-mail already."],
  "account-exists": [
    "already-exists",
    409,
    "Sign in the way you did before; this account exists already.",
  ],
  "changed-meanwhile": ["failed-precondition", 412, "This was changed meanwhile; read it again."],
  "payload-too-large": ["invalid-argument", 413, "The body must be at most 64 KiB."],
  "unsupported-media-type": ["invalid-argument", 415, "The body must be application/json."],
  "too-many-attempts": ["resource-exhausted", 429, "Too many attempts; try again later."],
  internal: ["internal", 500, "Something went wrong."],
  unavailable: ["unavailable", 503, "This can't be done now; try again."],
} as const satisfies Record<string, readonly [status: string, http: number, sentence: string]>;

export type AuthErrorCode = keyof typeof failures;

export interface AuthErrorOptions extends ErrorOptions {
  /** What a client needs to continue, sent beside the code. Never logged: it may hold a credential. */
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
    message: string = failures[code][2],
    { details = {}, ...options }: AuthErrorOptions = {},
  ) {
    super(message, options);
    this.details = details;
  }
}

/** Recognizes an `AuthError` by its shape, because there are two classes of it where this code is loaded twice. */
export function isAuthError(error: unknown): error is AuthError {
  return (
    error instanceof Error &&
    error.name === "AuthError" &&
    "code" in error &&
    typeof error.code === "string" &&
    Object.hasOwn(failures, error.code)
  );
}

/** Says whether an error is a refusal, rather than an outage or a bug. */
export function isRefusal(error: unknown): error is AuthError {
  return isAuthError(error) && error.code !== "unavailable" && error.code !== "internal";
}

/** Makes the error for an outage: Firebase, Firestore or the task queue can't be reached. */
export function unavailable(what: string, cause?: unknown): AuthError {
  return new AuthError("unavailable", `${what} can't be reached; try again.`, { cause });
}
