import { HttpsError } from "firebase-functions/https";
import * as logger from "firebase-functions/logger";
import { AuthError, type AuthErrorCode, failures, isAuthError } from "../errors";
import { version } from "../version";

/**
 * Turns any failure into what a client sees. A failure that was not raised on purpose is a bug, about which the
 * client is told nothing.
 */
export function toHttpsError(error: unknown): HttpsError {
  if (isHttpsError(error)) return own(error);
  const { code, message, details } = toAuthError(error);
  const [status, http] = failures[code];
  return withHttpStatus(new HttpsError(status, message, { code, ...details }), http);
}

/** The code that a failure has in the log; an `HttpsError` of a team's own has none. */
export function codeOf(error: unknown): AuthErrorCode | undefined {
  return isHttpsError(error) ? undefined : toAuthError(error).code;
}

/** Logs an outage or a bug, but not a refusal. */
export function logFailure(error: unknown, context: Readonly<Record<string, unknown>>): void {
  if (isHttpsError(error)) return;
  const { code, message, cause } = toAuthError(error);
  const where = { ...context, version };
  if (code === "unavailable") logger.error("An outage", message, cause, where);
  if (code === "internal") logger.error("A bug", cause, where);
}

function toAuthError(error: unknown): AuthError {
  return isAuthError(error) ? error : new AuthError("internal", undefined, { cause: error });
}

/** By its shape, because a team's code may have loaded another copy of the SDK. */
function isHttpsError(error: unknown): error is HttpsError {
  return error instanceof Error && "httpErrorCode" in error && "toJSON" in error;
}

/** The SDK knows only errors of its own copy. */
function own(error: HttpsError): HttpsError {
  if (error instanceof HttpsError) return error;
  const { code, message, details, httpErrorCode } = error as HttpsError;
  return withHttpStatus(new HttpsError(code, message, details), httpErrorCode.status);
}

/** The SDK has one HTTP status for each of its codes; 405, 413 and 415 share one. */
function withHttpStatus(error: HttpsError, http: number): HttpsError {
  return Object.assign(error, { httpErrorCode: { ...error.httpErrorCode, status: http } });
}
