import { type FunctionsErrorCode, HttpsError } from "firebase-functions/https";
import * as logger from "firebase-functions/logger";
import { AuthError, type AuthErrorCode } from "../errors";

/** What each code is on the wire: the callable protocol's status, and HTTP's. */
export const statuses = {
  "invalid-request": ["invalid-argument", 400],
  "invalid-credentials": ["unauthenticated", 401],
  "not-signed-in": ["unauthenticated", 401],
  "token-expired": ["unauthenticated", 401],
  "token-invalid": ["unauthenticated", 401],
  "session-revoked": ["unauthenticated", 401],
  "refresh-token-invalid": ["unauthenticated", 401],
  "second-factor-required": ["unauthenticated", 401],
  "not-allowed": ["permission-denied", 403],
  "user-disabled": ["permission-denied", 403],
  "email-not-verified": ["permission-denied", 403],
  "sign-up-closed": ["permission-denied", 403],
  "user-not-found": ["not-found", 404],
  "route-not-found": ["not-found", 404],
  "method-not-allowed": ["invalid-argument", 405],
  "payload-too-large": ["invalid-argument", 413],
  "unsupported-media-type": ["invalid-argument", 415],
  "email-exists": ["already-exists", 409],
  "account-exists": ["already-exists", 409],
  "weak-password": ["invalid-argument", 400],
  "action-code-invalid": ["invalid-argument", 400],
  "action-code-expired": ["invalid-argument", 400],
  "too-many-attempts": ["resource-exhausted", 429],
  unavailable: ["unavailable", 503],
  internal: ["internal", 500],
} as const satisfies Record<AuthErrorCode, readonly [FunctionsErrorCode, number]>;

/**
 * Makes of any failure what a client sees: the one place where that is done. Outages and bugs are
 * logged, refusals are not.
 *
 * @param context - logged beside a failure, such as the id of the request.
 */
export function toHttpsError(
  error: unknown,
  context: Readonly<Record<string, unknown>> = {},
): HttpsError {
  if (error instanceof HttpsError) return error;
  const failure =
    error instanceof AuthError
      ? error
      : new AuthError("internal", "Something went wrong.", { cause: error });
  if (failure.code === "unavailable") {
    logger.error("An outage", failure.message, failure.cause, context);
  }
  if (failure.code === "internal") logger.error("A bug", failure.cause, context);
  const [status, http] = statuses[failure.code];
  return withHttpStatus(
    new HttpsError(status, failure.message, { code: failure.code, ...failure.details }),
    http,
  );
}

/** The SDK has one HTTP status for each of its codes; 405, 413 and 415 share one. */
function withHttpStatus(error: HttpsError, http: number): HttpsError {
  return Object.assign(error, { httpErrorCode: { ...error.httpErrorCode, status: http } });
}
