import { answer, answerWithHeaders, answerWithPage, api, type bearer, type Page } from "../client";
import { asAdmin } from "./as-admin";

export type MailState = "queued" | "sending" | "delivered" | "failed" | "dropped";

const ask =
  (state: MailState, pageToken: string | undefined) => (as: ReturnType<typeof bearer>) => {
    const query = { state, limit: "25", ...(pageToken !== undefined && { pageToken }) };
    return answerWithHeaders(api.mails.$get({ query }, as));
  };

/** A mail of the outbox. */
export type Mail = Awaited<ReturnType<ReturnType<typeof ask>>>["body"][number];

/** Reads the mails in a state, newest first. */
export function mails(state: MailState, pageToken?: string): Promise<Page<Mail>> {
  return answerWithPage(asAdmin(ask(state, pageToken)));
}

/** Sends one again that failed. */
export async function resendMail(mailId: string): Promise<void> {
  await asAdmin((as) => answer(api.mails[":mailId"].$post({ param: { mailId } }, as)));
}

const askOf = (userId: string) => (as: ReturnType<typeof bearer>) =>
  answer(api.users[":userId"].mails.$get({ param: { userId } }, as));

/** A mail to a user. */
export type UserMail = Awaited<ReturnType<ReturnType<typeof askOf>>>[number];

/** Reads the mails to a user, newest first. */
export function mailsOf(userId: string): Promise<UserMail[]> {
  return asAdmin(askOf(userId));
}
