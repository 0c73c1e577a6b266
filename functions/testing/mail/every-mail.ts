import { linkKinds, noticeKinds } from "../../src/mail/kinds";
import { type Locale, locales } from "../../src/mail/messages/languages";
import type { MailContent, MessageWriter } from "../../src/mail/messages/message";

export const link = "https://app.example.com/auth/action?mode=resetPassword&oobCode=a-b_c&lang=en";

export const at = new Date("2026-01-31T17:05:00Z");

/** One mail of each kind. */
export const contents: MailContent[] = [
  ...linkKinds.map((kind) => ({ kind, link })),
  ...noticeKinds.map((kind) => ({ kind, at })),
];

/** Each of them in each language: its name, the language, the mail. */
export const everyMail = locales.flatMap((locale) =>
  contents.map((content) => [content.kind, locale, content] as const),
);

/** Whom they are for. */
export const ada = (locale: Locale): Parameters<MessageWriter>[1] => ({
  locale,
  firstName: "Ada",
  role: "Admin",
});
