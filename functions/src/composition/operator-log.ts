import * as logger from "firebase-functions/logger";
import type { AppCheckFailure } from "../access/app-check";
import type { LiveStateEvent } from "../access/live/live-state-event";
import { version } from "../version";

/**
 * Log lines that an operator counts and is alerted by, beside the line of every request. They hold nothing that a
 * client chose: whom they concern is a keyed hash. docs/operations.md has a metric for each.
 */

/** A new password was accepted although it could not be checked for breaches: there was no answer. */
export function passwordUnchecked(cause: unknown): void {
  const problem = cause instanceof Error ? cause.name : "unknown";
  logger.warn("Password not checked for breaches", { problem });
}

/** An instance has read the recent changes of accounts, or could not: `Live state loaded`, `stale` or `crowded`. */
export function logLiveState({ event, ...facts }: LiveStateEvent): void {
  const write = event === "loaded" ? logger.info : logger.warn;
  write(`Live state ${event}`, { ...facts, version });
}

/** A limit was reached, or an instance found out that it is. */
export function limitReached(limit: string, key: string): void {
  logger.warn("Limit reached", { limit, key });
}

/** A request did not come from one of the project's own apps as far as App Check can say. It was refused where that is enforced. */
export function appCheckFailed(reason: AppCheckFailure): void {
  logger.warn("App Check failed", { reason });
}
