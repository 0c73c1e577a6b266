import type { DocumentData, Timestamp } from "firebase-admin/firestore";
import type { Locale } from "../messages/languages";
import type { MailKind } from "./outbox";

/** How far a mail has come. */
export const mailStates = ["queued", "sending", "delivered", "failed", "dropped"] as const;

export type MailState = (typeof mailStates)[number];

/** A document of the outbox. */
export interface Entry {
  kind: MailKind;
  /** One of these two. */
  uid?: string;
  address?: string;
  /** The language that was asked for or is stored. */
  locale: string | null;
  /** The best one of the request's `Accept-Language`. */
  acceptedLocale?: Locale;
  state: MailState;
  /** Why it failed, was dropped, or must be tried again: a word or two, never an address. */
  reason?: string;
  /** How often it was taken up. */
  attempts: number;
  /** Whether the throttle let it through. */
  admitted?: boolean;
  createdAt: Timestamp;
  /**
   * When the sweeper takes care, unless something happened before: the end of the lease while it is being
   * sent. Gone once there is nothing more to do.
   */
  dueAt?: Timestamp;
  /** When Firestore deletes it (TTL). */
  expireAt: Timestamp;
}

/** The collection of the entries. */
export const outboxCollection = "outbox";

export function toEntry(data: DocumentData): Entry {
  return data as Entry;
}
