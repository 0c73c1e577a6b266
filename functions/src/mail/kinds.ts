/** Mails with a link, to an address that may belong to nobody. */
export const linkKinds = [
  "password-reset",
  "email-verification",
  "email-change",
  "invitation",
  "sign-up",
] as const;

/** Those that bring a code of our own, with which an account gets its first password. */
export const invitationKinds = ["invitation", "sign-up"] as const satisfies readonly LinkKind[];

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
export type InvitationKind = (typeof invitationKinds)[number];
export type MailKind = LinkKind | NoticeKind;

export function isLinkKind(kind: MailKind): kind is LinkKind {
  return (linkKinds as readonly MailKind[]).includes(kind);
}

export function isInvitationKind(kind: MailKind): kind is InvitationKind {
  return (invitationKinds as readonly MailKind[]).includes(kind);
}
