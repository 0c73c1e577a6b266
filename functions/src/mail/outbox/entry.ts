import type { DocumentData, Timestamp } from "firebase-admin/firestore";
import type { MailKind } from "../kinds";
import type { Language } from "../messages/languages";
import type { Whereabouts } from "./outbox";

/** The state of a mail. life.ts has the transitions. */
export const mailStates = ["queued", "sending", "delivered", "failed", "dropped"] as const;

export type MailState = (typeof mailStates)[number];

/** A document of the outbox. */
export interface Entry {
  kind: MailKind;
  /** One of these two; both for a user who is to get a new address. */
  uid?: string;
  address?: string;
  /** The language that was requested or is stored. */
  locale: string | null;
  /** The best match for the request's `Accept-Language`. */
  acceptedLocale?: Language;
  /** Where the action or request came from, for a notice or for the trail. */
  from?: Whereabouts;
  state: MailState;
  /** Why it failed, was dropped or must be retried: a word or two, never an address. */
  reason?: string;
  /** How often a worker took it. */
  attempts: number;
  /** Whether it was counted and within the limits. */
  withinLimits?: boolean;
  createdAt: Timestamp;
  /** When the sweeper picks it up if nothing happened until then; while it is being sent, the end of the lease. Absent in a final state. */
  dueAt?: Timestamp;
  /** When Firestore deletes it (TTL). */
  expireAt: Timestamp;
}

export function toEntry(data: DocumentData): Entry {
  return data as Entry;
}
