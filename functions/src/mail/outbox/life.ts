import { type DocumentData, FieldValue, Timestamp } from "firebase-admin/firestore";
import { acceptedLocale } from "../messages/languages";
import type { Entry } from "./entry";
import type { Outcome } from "./mail-queue";
import type { RequestedMail } from "./outbox";
import {
  enqueuedMilliseconds,
  keptMilliseconds,
  leaseMilliseconds,
  mostAttempts,
  retriedMilliseconds,
} from "./retry-policy";

/*
 * The life of a mail. Each function returns the fields that a transition writes to `outbox/{id}`, and nothing else writes there.
 *
 *   request ─▶ queued ─lease─▶ sending ─close─▶ delivered | failed | dropped
 *                 ▲               │                            │
 *                 ├── retryLater ─┘ (or reclaim: lease over)   │
 *                 └─────────────── sendAgain ◀─────────────────┘ (failed ones, by an operator)
 */

/** A mail that was just requested. @param now - when its task is to run, in milliseconds since 1970. */
export function request(mail: RequestedMail, now: number): DocumentData {
  return {
    ...toFields(mail),
    state: "queued",
    attempts: 0,
    createdAt: FieldValue.serverTimestamp(),
    dueAt: Timestamp.fromMillis(now + enqueuedMilliseconds),
    expireAt: Timestamp.fromMillis(now + keptMilliseconds),
  };
}

function toFields(mail: RequestedMail): object {
  if ("uid" in mail || !("acceptLanguage" in mail)) {
    const { from, ...rest } = { from: undefined, locale: null, ...mail };
    return { ...rest, ...(from && { from }) };
  }
  const { acceptLanguage, from, ...rest } = mail;
  const accepted = acceptedLocale(acceptLanguage);
  return { ...rest, ...(from && { from }), ...(accepted && { acceptedLocale: accepted }) };
}

/** Whether a worker may take it now; if not, why: another worker has it, or nothing is left to do. */
export function availability({ state, dueAt }: Entry, now: number): "free" | "busy" | "done" {
  if (state !== "queued" && state !== "sending") return "done";
  const leased = state === "sending" && dueAt !== undefined && dueAt.toMillis() > now;
  return leased ? "busy" : "free";
}

/** A worker takes it, for as long as the lease lasts. */
export function lease(
  { attempts }: Entry,
  now: number,
): Required<Pick<Entry, "state" | "attempts" | "withinLimits" | "dueAt">> {
  return {
    state: "sending",
    attempts: attempts + 1,
    withinLimits: true,
    dueAt: Timestamp.fromMillis(now + leaseMilliseconds),
  };
}

/** The worker could not send it; Cloud Tasks retries. */
export function retryLater({ reason }: Outcome, now: number): DocumentData {
  return { state: "queued", reason, dueAt: Timestamp.fromMillis(now + retriedMilliseconds) };
}

/** Nothing is left to do. */
export function close({ state, reason }: Outcome): DocumentData {
  return { state, reason: reason ?? FieldValue.delete(), dueAt: FieldValue.delete() };
}

/** It is overdue: it is enqueued again, unless it was taken so often that it seems to crash its workers. */
export function reclaim({ attempts }: Entry, now: number): DocumentData {
  return attempts >= mostAttempts
    ? close({ state: "failed", reason: "too many attempts" })
    : { state: "queued", dueAt: Timestamp.fromMillis(now + retriedMilliseconds) };
}

/** An operator sends a failed one again. It is due at once, so the sweeper finds it if the task queue is down. */
export function sendAgain(now: number): DocumentData {
  return {
    state: "queued",
    attempts: 0,
    dueAt: Timestamp.fromMillis(now),
    expireAt: Timestamp.fromMillis(now + keptMilliseconds),
  };
}
