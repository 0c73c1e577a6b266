import * as logger from "firebase-functions/logger";

/**
 * What an operator counts and is alerted by, beside the line of every request. Nothing here was chosen by a client:
 * who is meant is a keyed hash. docs/operations.md has a metric for each.
 */

/** A new password was accepted without asking whether it is known from a breach, for there was no answer. */
export function passwordUnchecked(cause: unknown): void {
  const problem = cause instanceof Error ? cause.name : "unknown";
  logger.warn("Password not checked for breaches", { problem });
}
