import type { Locale } from "../messages/languages";
import type { MailKind } from "./outbox";

/** A mail that a worker has taken to send it; nobody else sends it until `until`. */
export interface TakenMail {
  id: string;
  kind: MailKind;
  /** Whom it is for, by one of these two. */
  uid: string | undefined;
  address: string | undefined;
  /** The language that was asked for or is stored. */
  locale: string | null;
  /** The best one of the request's `Accept-Language`. */
  acceptedLocale: Locale | undefined;
  /** Which attempt this is, from 1. */
  attempt: number;
  /** When the lease ends, in milliseconds since 1970. */
  until: number;
}

/** What `take` found: a mail to send, one that another worker is sending, one that was throttled just now, or one with which nothing is left to do. */
export type Taken = TakenMail | "busy" | "throttled" | "done";

/** How an attempt ended; `queued`: to be tried again. */
export interface Ending {
  state: "delivered" | "failed" | "dropped" | "queued";
  /** A word or two for the operator, unless it was delivered. */
  reason?: string;
}

/** The mails that are waiting, as the worker and the sweeper see them. Every method throws `unavailable` in an outage. */
export interface MailQueue {
  take(id: string): Promise<Taken>;

  /** Says how an attempt ended. Ignored, but for `delivered`, when the lease has gone to another worker meanwhile. */
  finish(mail: Pick<TakenMail, "id" | "attempt">, ending: Ending): Promise<void>;

  /** Claims at most 100 entries that nobody has taken care of in time, for the caller to enqueue. Those that were taken up too often fail. */
  claimOverdue(): Promise<string[]>;
}
