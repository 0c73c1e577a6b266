import type { InvitationKind, LinkKind, MailKind, NoticeKind } from "../kinds";

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
  /** Where the request came from, for the trail; absent if another change causes the mail. */
  from?: Whereabouts | undefined;
}

/** A link to a new address that changes a user's address to it. If it belongs to somebody, they are told instead. */
export interface RequestedChange {
  kind: "email-change";
  uid: string;
  /** The new address. */
  address: string;
}

/** A link with which somebody chooses a first password: an administrator created the account, or they asked for it. */
export interface RequestedInvitation {
  kind: InvitationKind;
  uid: string;
}

/** A notice for a user, in the language stored for them, to the current address of the account. */
export interface Notice {
  kind: Exclude<NoticeKind, FormerAddressNotice["kind"]>;
  uid: string;
  /** Where it was done from, if the owner may have done it themselves. */
  from?: Whereabouts | undefined;
}

/** A notice for an address that no longer belongs to the account. */
export interface FormerAddressNotice {
  kind: "email-changed" | "account-deleted";
  /** The former address. */
  address: string;
  /** The language stored for the user. */
  locale: string | null;
  from?: Whereabouts | undefined;
}

/** Where something was done from, in words for people. */
export interface Whereabouts {
  /** Browser and system. */
  device: string;
  /** The network; empty where unknown. */
  place: string;
}

export interface MailOptions {
  /** Seconds to wait before delivery begins. Default 0. */
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
   * Does both at the same time, for a notice that must neither fail nor delay what it reports. If it can't be stored
   * within a second, it is dropped; if it can't be enqueued, the sweeper does so later. Never throws.
   */
  offer(mail: Notice): Promise<void>;

  /** Enqueues the delivery of mails that were stored with a change (`users/`). If that fails, the sweeper does so later. Never throws. */
  hurry(mails: readonly { readonly id: string }[]): Promise<void>;

  /** Reads what is stored about the mails to a user. @throws {AuthError} `unavailable` */
  about(owner: MailsOwner): Promise<KeptMail[]>;

  /** Removes it, except the notice that the account was deleted. @throws {AuthError} `unavailable` */
  removeAbout(owner: MailsOwner): Promise<void>;
}

/** The user whom mails are about. */
export interface MailsOwner {
  uid: string;
  /** The address that they have, or had; `null` for none. */
  address: string | null;
  /** Milliseconds since 1970. Later mails to the address belong to somebody else. Default: no limit. */
  until?: number;
}

/** What is stored about a mail. */
export interface KeptMail {
  kind: MailKind;
  address: string | null;
  locale: string | null;
  state: string;
  attempts: number;
  createdAt: Date;
  expireAt: Date;
}
