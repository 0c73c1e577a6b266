import type { MailKind } from "../kinds";
import type { Language } from "../messages/languages";
import type { Whereabouts } from "./outbox";

/** A mail that one worker has leased to send it; nobody else sends it until `leasedUntil`. */
export interface LeasedMail {
  id: string;
  kind: MailKind;
  /** Whom it is for, by one of these two, or who is to have the address, by both. */
  uid: string | undefined;
  address: string | undefined;
  /** The language that was asked for or is stored. */
  locale: string | null;
  /** The best one of the request's `Accept-Language`. */
  acceptedLocale: Language | undefined;
  /** From where what a notice is about was done. */
  from: Whereabouts | undefined;
  requestedAt: Date;
  /** Which attempt this is, from 1. */
  attempt: number;
  /** In milliseconds since 1970. */
  leasedUntil: number;
}

/** What `lease` gives: a mail to send, one that another worker is sending, one over the limit (dropped just now), or one with which nothing is left to do. */
export type LeaseResult = LeasedMail | "busy" | "over-limit" | "done";

/** How an attempt ended; `queued`: to be tried again. */
export interface Outcome {
  state: "delivered" | "failed" | "dropped" | "queued";
  /** A word or two for the operator, unless it was delivered. */
  reason?: string;
}

/** The mails that are waiting, as the worker and the sweeper see them. Every method throws `unavailable` in an outage. */
export interface MailQueue {
  lease(id: string): Promise<LeaseResult>;

  /** Says how an attempt ended. Ignored, but for `delivered`, when another worker has leased the mail since. */
  finish(mail: Pick<LeasedMail, "id" | "attempt">, outcome: Outcome): Promise<void>;

  /** Claims at most 100 entries that nobody has taken care of in time, for the caller to enqueue. Those that were taken too often fail. */
  claimOverdue(): Promise<string[]>;
}
