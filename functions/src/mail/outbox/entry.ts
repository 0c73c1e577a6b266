import type { DocumentData, Timestamp } from "firebase-admin/firestore";
import type { MailKind } from "../kinds";
import type { Language } from "../messages/languages";
import type { Whereabouts } from "./outbox";

/** How far a mail has come. life.ts says how it gets from one to another. */
export const mailStates = ["queued", "sending", "delivered", "failed", "dropped"] as const;

export type MailState = (typeof mailStates)[number];

/** A document of the outbox. */
export interface Entry {
  kind: MailKind;
  /** One of these two; both where a user is to have another address. */
  uid?: string;
  address?: string;
  /** The language that was asked for or is stored. */
  locale: string | null;
  /** The best one of the request's `Accept-Language`. */
  acceptedLocale?: Language;
  /** What a notice says of whoever did it, and the trail of whoever asked for a link. */
  from?: Whereabouts;
  state: MailState;
  /** Why it failed, was dropped, or must be tried again: a word or two, never an address. */
  reason?: string;
  /** How often a worker took it. */
  attempts: number;
  /** Whether it was counted, and was within the limits. */
  withinLimits?: boolean;
  createdAt: Timestamp;
  /** When the sweeper takes care of it unless something happened before; while it is sent, the end of the lease. Absent once it is at rest. */
  dueAt?: Timestamp;
  /** When Firestore deletes it (TTL). */
  expireAt: Timestamp;
}

export function toEntry(data: DocumentData): Entry {
  return data as Entry;
}
