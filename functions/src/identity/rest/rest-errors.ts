import { AuthError, type AuthErrorCode, unavailable } from "../../errors";
import type { Answer } from "../../http/http-post";

/** What codes of the REST API mean: our code, with a message where its own would not do. */
export type Meanings = Readonly<Record<string, AuthErrorCode | readonly [AuthErrorCode, string]>>;

const wrongProviderToken = [
  "invalid-credentials",
  "The provider's token was not accepted.",
] as const;

/**
 * What the Auth REST API's error codes mean to a client. Messages are the same wherever a difference
 * would reveal whether an account exists.
 * https://firebase.google.com/docs/reference/rest/auth
 * https://cloud.google.com/identity-platform/docs/error-codes
 */
const meanings: Meanings = {
  INVALID_LOGIN_CREDENTIALS: "invalid-credentials",
  EMAIL_NOT_FOUND: "invalid-credentials",
  INVALID_PASSWORD: "invalid-credentials",
  INVALID_EMAIL: "invalid-credentials",
  MISSING_PASSWORD: "invalid-credentials",
  INVALID_IDP_RESPONSE: wrongProviderToken,
  INVALID_CREDENTIAL_OR_PROVIDER_ID: wrongProviderToken,
  INVALID_ID_TOKEN: wrongProviderToken,
  MISSING_OR_INVALID_NONCE: wrongProviderToken,
  FEDERATED_USER_ID_ALREADY_LINKED: "account-exists",
  EMAIL_EXISTS: "account-exists",
  USER_DISABLED: "user-disabled",
  INVALID_REFRESH_TOKEN: "refresh-token-invalid",
  MISSING_REFRESH_TOKEN: "refresh-token-invalid",
  INVALID_GRANT_TYPE: "refresh-token-invalid",
  USER_NOT_FOUND: "refresh-token-invalid",
  PROJECT_NUMBER_MISMATCH: "refresh-token-invalid",
  TOKEN_EXPIRED: "session-revoked",
  CREDENTIAL_TOO_OLD_LOGIN_AGAIN: "session-revoked",
  ADMIN_ONLY_OPERATION: "sign-up-closed",
  UNSUPPORTED_FIRST_FACTOR: "second-factor-required",
  BLOCKING_FUNCTION_ERROR_RESPONSE: "not-allowed",
  WEAK_PASSWORD: "weak-password",
  PASSWORD_DOES_NOT_MEET_REQUIREMENTS: "weak-password",
};

/** Codes that say that this project is set up wrong, which trying again does not change. */
const setUpFaults: ReadonlySet<string> = new Set([
  "API_KEY_INVALID",
  "OPERATION_NOT_ALLOWED",
  "PASSWORD_LOGIN_DISABLED",
  "CONFIGURATION_NOT_FOUND",
  "PROJECT_NOT_FOUND",
  "INSUFFICIENT_PERMISSION",
  "PERMISSION_DENIED",
  "CLAIMS_TOO_LARGE",
]);

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
    return new AuthError("too-many-attempts", undefined, {
      cause,
      details: { retryAfterSeconds: 60 },
    });
  }
  const meaning = code !== undefined && status < 500 ? (here[code] ?? meanings[code]) : undefined;
  if (!meaning && setUpFaults.has(code ?? "")) {
    return new AuthError("internal", undefined, { cause: { ...cause, problem: "a set-up fault" } });
  }
  if (!meaning) return unavailable("Firebase Auth", cause);
  const [ours, message] = typeof meaning === "string" ? [meaning] : meaning;
  const details = ours === "weak-password" ? { reason: "policy" } : {};
  return new AuthError(ours, message, { cause, details });
}

/** The code of an error body: what stands before " : " in its message. A blocking function's message is free text. */
function restCode(body: unknown): string | undefined {
  if (typeof body !== "object" || body === null || !("error" in body)) return undefined;
  const { error } = body;
  if (typeof error !== "object" || error === null || !("message" in error)) return undefined;
  const message = String(error.message);
  if (/^API key (not valid|expired)/.test(message)) return "API_KEY_INVALID";
  // A blocking function that failed has neither allowed nor refused.
  if (/^BLOCKING_FUNCTION_ERROR_RESPONSE\b.*\bHTTP error 5\d\d/s.test(message)) return undefined;
  const [code] = message.split(" : ", 1);
  return code !== undefined && /^[A-Z_]{1,64}$/.test(code) ? code : undefined;
}
