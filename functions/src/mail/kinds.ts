/** Mails with a link, to an address that may belong to nobody. */
export const linkKinds = [
  "password-reset",
  "email-verification",
  "email-change",
  "invitation",
] as const;

/** Mails that notify an account's owner of a change. */
export const noticeKinds = [
  "password-changed",
  "email-change-requested",
  "email-changed",
  "address-taken",
  "sessions-revoked",
  "role-changed",
  "new-device",
  "session-stolen",
  "account-deleted",
] as const;

export type LinkKind = (typeof linkKinds)[number];
export type NoticeKind = (typeof noticeKinds)[number];
export type MailKind = LinkKind | NoticeKind;

export function isLinkKind(kind: MailKind): kind is LinkKind {
  return (linkKinds as readonly MailKind[]).includes(kind);
}
