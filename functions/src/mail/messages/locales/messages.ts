import type { LinkKind, NoticeKind } from "../../kinds";

/** Values that the texts may mention. */
export interface About {
  app: string;
  /** The user's role, as parameter `ROLES` spells it. */
  role: string;
}

export interface NoticeWords {
  subject: (about: About) => string;
  /** What happened. Mail clients also show it as the preview. */
  lead: (about: About) => string;
  /** What to do about it; empty if the only advice is to write to `SUPPORT_EMAIL`. */
  advice: string;
}

export interface LinkWords extends NoticeWords {
  button: string;
}

/** Every text of every mail in one language. If one is missing, the build fails. */
export interface Messages extends Record<LinkKind, LinkWords>, Record<NoticeKind, NoticeWords> {
  hello: (firstName: string) => string;
  helloNobody: string;
  /** Before the address that the button leads to. */
  linkHint: string;
  /** The button in notices that leads to the page for resetting a password. */
  resetButton: string;
  /** The button that leads to the account page. */
  accountButton: string;
  /** The button that leads to the registration page. */
  registerButton: string;
  /** Says when it happened. */
  time: (moment: string) => string;
  /** Until when the link of an invitation is valid. */
  until: (moment: string) => string;
  /** In the place of the device, if that is unknown. */
  unknownDevice: string;
  /** Says from which device and network. */
  device: (device: string) => string;
  /** Where to ask, in mails with a link. Left out without a `SUPPORT_EMAIL`. */
  support: (address: string) => string;
  /** Where to write to about an unexpected notice. Left out without a `SUPPORT_EMAIL`. */
  report: (address: string) => string;
  /** The last line. */
  sentBy: (app: string) => string;
  /** Follows it if there is no `SUPPORT_EMAIL` for replies. */
  noReplies: string;
}
