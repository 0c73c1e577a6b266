import type { LinkKind, MailKind, NoticeKind } from "../kinds";

/** A mail to be sent. It never holds a link, which is made when the mail is sent. */
export type RequestedMail =
  RequestedLink | RequestedChange | RequestedInvitation | Notice | FormerAddressNotice;

/** A link for whoever has an address. */
export interface RequestedLink {
  kind: Exclude<LinkKind, RequestedChange["kind"] | RequestedInvitation["kind"]>;
  /** The address as it was typed; the mail goes to the one that the account has. */
  address: string;
  /** The BCP 47 tag that the request named; `null` when it named none. */
  locale: string | null;
  /** The request's header `Accept-Language`, for users who never chose a language. */
  acceptLanguage?: string | undefined;
  /** From where somebody asked for it, for the trail; absent where another change brings it. */
  from?: Whereabouts | undefined;
}

/** A link by which a user takes another address, to that address. If somebody has it, they are told instead. */
export interface RequestedChange {
  kind: "email-change";
  uid: string;
  /** The new address. */
  address: string;
}

/** A link by which the user of an account that was made for them chooses a password. */
export interface RequestedInvitation {
  kind: "invitation";
  uid: string;
}

/** A notice for a user, in the language stored for them, to the address that the account has. */
export interface Notice {
  kind: Exclude<NoticeKind, FormerAddressNotice["kind"] | "address-taken">;
  uid: string;
  /** From where it was done, where the owner themselves may have done it. */
  from?: Whereabouts | undefined;
}

/** A notice for an address that no longer belongs to the account. */
export interface FormerAddressNotice {
  kind: "email-changed" | "account-deleted";
  /** The former address. */
  address: string;
  /** The one stored for the user. */
  locale: string | null;
  from?: Whereabouts | undefined;
}

/** From where something was done, in words for people. */
export interface Whereabouts {
  /** Browser and system. */
  device: string;
  /** The network; empty where unknown. */
  place: string;
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

  /**
   * Does both side by side, for a notice that must neither fail nor hold up what it tells of: one that can't be stored
   * within a second is left, and one that can't be enqueued is the sweeper's. Never throws.
   */
  offer(mail: Notice): Promise<void>;

  /** Enqueues the delivery of a mail that was stored with a change (`users/`); where it can't, the sweeper does. Never throws. */
  hurry(id: string): Promise<void>;

  /** Reads what is kept of the mails about a user. @throws {AuthError} `unavailable` */
  about(owner: MailsOwner): Promise<KeptMail[]>;

  /** Removes it, but for the word that the account is gone. @throws {AuthError} `unavailable` */
  removeAbout(owner: MailsOwner): Promise<void>;
}

/** Whom mails are about. */
export interface MailsOwner {
  uid: string;
  /** The address that they have, or had; `null` for none. */
  address: string | null;
  /** Milliseconds since 1970: later mails to the address are somebody else's. Default: there are none. */
  until?: number;
}

/** What is kept of a mail. */
export interface KeptMail {
  kind: MailKind;
  address: string | null;
  locale: string | null;
  state: string;
  attempts: number;
  createdAt: Date;
  expireAt: Date;
}
