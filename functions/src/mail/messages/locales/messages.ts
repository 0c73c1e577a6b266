import type { LinkKind, NoticeKind } from "../../kinds";

/** What texts speak of. */
export interface About {
  app: string;
  /** The user's role, as parameter `ROLES` spells it. */
  role: string;
}

export interface NoticeWords {
  subject: (about: About) => string;
  /** What happened; mailboxes show it beside the subject too. */
  lead: (about: About) => string;
  /** What to do about it; empty where that is only to write to `SUPPORT_EMAIL`. */
  advice: string;
}

export interface LinkWords extends NoticeWords {
  button: string;
}

/** Every text of every mail, in one language. What is missing fails the build. */
export interface Messages extends Record<LinkKind, LinkWords>, Record<NoticeKind, NoticeWords> {
  hello: (firstName: string) => string;
  helloNobody: string;
  /** Before the address that the button leads to. */
  linkHint: string;
  /** The button in notices that leads to the page where one asks for a new password. */
  resetButton: string;
  /** The button that leads to the account page. */
  accountButton: string;
  /** The button that leads to the page where one registers. */
  registerButton: string;
  /** Says when it happened. */
  time: (moment: string) => string;
  /** Until when a link is good that an administrator had sent. */
  until: (moment: string) => string;
  /** Says from which device and network. */
  device: (device: string) => string;
  /** Where to ask, in mails with a link. Not there without a `SUPPORT_EMAIL`. */
  support: (address: string) => string;
  /** Where to write to when one did not expect a notice. Not there without a `SUPPORT_EMAIL`. */
  report: (address: string) => string;
  /** The last line. */
  sentBy: (app: string) => string;
  /** Goes on from it where there is no `SUPPORT_EMAIL`, to which replies would go. */
  noReplies: string;
}
