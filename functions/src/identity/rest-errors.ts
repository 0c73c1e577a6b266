import { AuthError, type AuthErrorCode, unavailable } from "../errors";
import type { Answer } from "./http-post";

/** What codes of the REST API mean: our code, and the message for the client. */
export type Meanings = Readonly<Record<string, readonly [AuthErrorCode, string]>>;

const wrongCredentials = ["invalid-credentials", "E-mail or password is wrong."] as const;
const wrongProviderToken = [
  "invalid-credentials",
  "The provider's token was not accepted.",
] as const;
const wrongRefreshToken = [
  "refresh-token-invalid",
  "The refresh token is not valid; sign in again.",
] as const;
const ended = ["session-revoked", "This session has ended; sign in again."] as const;
const disabled = ["user-disabled", "This account is disabled."] as const;
const elsewhere = [
  "account-exists",
  "Sign in the way you did before; this account exists already.",
] as const;

/**
 * What the Auth REST API's error codes mean to a client. Messages are the same wherever a difference
 * would reveal whether an account exists.
 * https://firebase.google.com/docs/reference/rest/auth
 * https://cloud.google.com/identity-platform/docs/error-codes
 */
const meanings: Meanings = {
  INVALID_LOGIN_CREDENTIALS: wrongCredentials,
  EMAIL_NOT_FOUND: wrongCredentials,
  INVALID_PASSWORD: wrongCredentials,
  INVALID_EMAIL: wrongCredentials,
  MISSING_PASSWORD: wrongCredentials,
  INVALID_IDP_RESPONSE: wrongProviderToken,
  INVALID_CREDENTIAL_OR_PROVIDER_ID: wrongProviderToken,
  INVALID_ID_TOKEN: wrongProviderToken,
  MISSING_OR_INVALID_NONCE: wrongProviderToken,
  FEDERATED_USER_ID_ALREADY_LINKED: elsewhere,
  EMAIL_EXISTS: elsewhere,
  USER_DISABLED: disabled,
  INVALID_REFRESH_TOKEN: wrongRefreshToken,
  MISSING_REFRESH_TOKEN: wrongRefreshToken,
  INVALID_GRANT_TYPE: wrongRefreshToken,
  USER_NOT_FOUND: wrongRefreshToken,
  PROJECT_NUMBER_MISMATCH: wrongRefreshToken,
  TOKEN_EXPIRED: ended,
  CREDENTIAL_TOO_OLD_LOGIN_AGAIN: ended,
  ADMIN_ONLY_OPERATION: ["sign-up-closed", "Registration is closed."],
  UNSUPPORTED_FIRST_FACTOR: ["second-factor-required", "This account needs a second factor."],
};

const tooMany: ReadonlySet<string> = new Set(["TOO_MANY_ATTEMPTS_TRY_LATER", "QUOTA_EXCEEDED"]);

/**
 * Translates a reply that is not a success. A code that is not in the table is an outage, never a wrong
 * password. The cause names status and code, but never the body, which may repeat the request.
 *
 * @param here - what codes mean to this very call, before what they mean everywhere.
 */
export function refusalFrom({ status, body }: Answer, here: Meanings = {}): AuthError {
  const code = restCode(body);
  const cause = { status, code };
  if (code !== undefined && tooMany.has(code)) {
    return new AuthError("too-many-attempts", "Too many attempts; try again later.", {
      cause,
      details: { retryAfterSeconds: 60 },
    });
  }
  const meaning = code !== undefined && status < 500 ? (here[code] ?? meanings[code]) : undefined;
  if (!meaning) return unavailable("Firebase Auth", cause);
  return new AuthError(meaning[0], meaning[1], { cause });
}

/** The code of an error body: what stands before " : " in its message. A blocking function's message is free text. */
function restCode(body: unknown): string | undefined {
  if (typeof body !== "object" || body === null || !("error" in body)) return undefined;
  const { error } = body;
  if (typeof error !== "object" || error === null || !("message" in error)) return undefined;
  const [code] = String(error.message).split(" : ", 1);
  return code !== undefined && /^[A-Z_]{1,64}$/.test(code) ? code : undefined;
}
