import type { LinkKind, NoticeKind } from "../kinds";

/** A mail to be sent. It never holds a link, which is made when the mail is sent. */
export type RequestedMail = RequestedLink | RequestedChange | Notice | FormerAddressNotice;

/** A link for whoever has an address. */
export interface RequestedLink {
  kind: Exclude<LinkKind, RequestedChange["kind"]>;
  /** The address as it was typed; the mail goes to the one that the account has. */
  address: string;
  /** The BCP 47 tag that the request named; `null` when it named none. */
  locale: string | null;
  /** The request's header `Accept-Language`, for users who never chose a language. */
  acceptLanguage?: string | undefined;
}

/** A link by which a user takes another address, to that address. If somebody has it, they are told instead. */
export interface RequestedChange {
  kind: "email-change";
  uid: string;
  /** The new address. */
  address: string;
}

/** A notice for a user, in the language stored for them, to the address that the account has. */
export interface Notice {
  kind: Exclude<NoticeKind, "email-changed" | "address-taken">;
  uid: string;
}

/** A notice for an address that no longer belongs to the account. */
export interface FormerAddressNotice {
  kind: "email-changed";
  /** The former address. */
  address: string;
  /** The one stored for the user. */
  locale: string | null;
}

export interface MailOptions {
  /** Seconds before which its delivery does not begin. Default 0. */
  delaySeconds?: number;
}

/** Where operations put the mails to be sent. */
export interface Outbox {
  /**
   * Stores a mail and enqueues its delivery. Does the same work whether or not the account exists.
   *
   * @throws {AuthError} `unavailable` when Firestore or the task queue can't be reached.
   */
  add(mail: RequestedMail, options?: MailOptions): Promise<void>;
}
