import { locale } from "../i18n/words";
import { settings } from "../settings";
import { answer, api } from "./client";

/** The mails that a page can ask for. */
const routes = {
  resetPassword: api.auth.resetPassword,
  verifyEmail: api.auth.verifyEmail,
} as const;

/** What can be asked for knowing an address alone. */
export type Mail = keyof typeof routes;

/** Milliseconds within which the API drops another mail of the same kind to the same address. */
const pause = settings.mailsPerMinute === 0 ? 0 : 60_000 / settings.mailsPerMinute;

type Noted = Mail | "changeEmail" | "requestAccount";

/** When a mail was asked for, by kind and address. It outlives a reload, and ends with the tab. */
const key = (mail: Noted, email: string) => `${mail} ${email}`;

/** Asks for a mail with a link. The API tells nobody whether there is such an account. */
export async function askForMail(mail: Mail, email: string): Promise<void> {
  await answer(routes[mail].$post({ json: { email, locale } }));
  noteMail(mail, email);
}

/** Remembers that a mail was sent just now. */
export function noteMail(mail: Noted, email: string): void {
  sessionStorage.setItem(key(mail, email), String(Date.now()));
}

/** Milliseconds until another mail would be sent. 0 when nothing was sent lately from here. */
export function mailPause(mail: Noted, email: string): number {
  const last = Number(sessionStorage.getItem(key(mail, email)));
  return Math.max(last + pause - Date.now(), 0);
}

/** Forgets who was mailed. */
export function forgetMails(): void {
  sessionStorage.clear();
}
