/** Mails with a link, requested for an address that may belong to nobody. */
export const linkKinds = ["password-reset", "email-verification"] as const;

/** Mails that notify an account's owner of a change. */
export const noticeKinds = [
  "password-changed",
  "email-changed",
  "sessions-revoked",
  "role-changed",
] as const;

export type LinkKind = (typeof linkKinds)[number];
export type NoticeKind = (typeof noticeKinds)[number];
export type MailKind = LinkKind | NoticeKind;

export function isLinkKind(kind: MailKind): kind is LinkKind {
  return (linkKinds as readonly MailKind[]).includes(kind);
}

/** A mail that is wanted. It never holds a link: that is made when the mail is sent. */
export type WantedMail = WantedLink | WantedNotice | WantedFarewell;

/** A link for whoever has an address. */
export interface WantedLink {
  kind: LinkKind;
  /** The address as it was typed; the mail goes to the one that the account has. */
  address: string;
  /** The BCP 47 tag that the request named; `null` when it named none. */
  locale: string | null;
  /** The request's header `Accept-Language`, for users who never chose a language. */
  acceptLanguage?: string | undefined;
}

/** A notice for a user, in the language stored for them, to the address that the account has. */
export interface WantedNotice {
  kind: Exclude<NoticeKind, "email-changed">;
  uid: string;
}

/** A notice for an address that no longer belongs to the account. */
export interface WantedFarewell {
  kind: "email-changed";
  /** The old address. */
  address: string;
  /** The one stored for the user. */
  locale: string | null;
}

/** Where operations put the mails that are to be sent. */
export interface Outbox {
  /**
   * Stores a mail and enqueues its delivery. Does the same work whether or not the account exists.
   *
   * @throws {AuthError} `unavailable` when Firestore or the task queue can't be reached.
   */
  add(mail: WantedMail): Promise<void>;
}
