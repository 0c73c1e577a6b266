import type { LinkKind, NoticeKind } from "../../outbox/outbox";

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
  /** What to do about it. */
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
  support: (address: string) => string;
  /** The last line: who sent this, and that nobody reads replies. */
  sentBy: (app: string) => string;
}
