import type { MailKind } from "../kinds";
import type { Language } from "../messages/languages";
import type { Whereabouts } from "./outbox";

/** A mail that one worker has leased to send it; nobody else sends it until `leasedUntil`. */
export interface LeasedMail {
  id: string;
  kind: MailKind;
  /** The recipient, by one of these two; both for a user who is to get a new address. */
  uid: string | undefined;
  address: string | undefined;
  /** The language that was requested or is stored. */
  locale: string | null;
  /** The best match for the request's `Accept-Language`. */
  acceptedLocale: Language | undefined;
  /** Where the reported action came from. */
  from: Whereabouts | undefined;
  requestedAt: Date;
  /** Which attempt this is, from 1. */
  attempt: number;
  /** In milliseconds since 1970. */
  leasedUntil: number;
}

/** What `lease` returns: a mail to send, one that another worker is sending, one over the limit (dropped just now), or one that needs nothing more. */
export type LeaseResult = LeasedMail | "busy" | "over-limit" | "done";

/** How an attempt ended; `queued` means that it will be retried. */
export interface Outcome {
  state: "delivered" | "failed" | "dropped" | "queued";
  /** A word or two for the operator, unless it was delivered. */
  reason?: string;
}

/** The mails that are waiting, as the worker and the sweeper see them. Every method throws `unavailable` in an outage. */
export interface MailQueue {
  lease(id: string): Promise<LeaseResult>;

  /** Records how an attempt ended. Ignored (except `delivered`) if another worker has leased the mail since. */
  finish(mail: Pick<LeasedMail, "id" | "attempt">, outcome: Outcome): Promise<void>;

  /** Claims at most 100 overdue entries, for the caller to enqueue. Entries that were taken too often fail. */
  claimOverdue(): Promise<string[]>;
}
