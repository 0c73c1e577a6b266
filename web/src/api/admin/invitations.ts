import { answer, answerWithHeaders, answerWithPage, api, type bearer, type Page } from "../client";
import { asAdmin } from "./as-admin";

const ask = (pageToken: string | undefined) => (as: ReturnType<typeof bearer>) =>
  answerWithHeaders(
    api.invitations.$get({ query: { ...(pageToken !== undefined && { pageToken }) } }, as),
  );

export type Invitation = Awaited<ReturnType<ReturnType<typeof ask>>>["body"][number];

export function invitations(pageToken?: string): Promise<Page<Invitation>> {
  return answerWithPage(asAdmin(ask(pageToken)));
}

export interface Invited {
  email: string;
  firstName?: string;
  lastName?: string;
  role: string;
  locale: string;
}

/** Makes an account, and mails the person how to choose a password. */
export async function invite(json: Invited): Promise<void> {
  await asAdmin((as) => answer(api.invitations.$post({ json }, as)));
}

export async function resendInvitation(userId: string): Promise<void> {
  await asAdmin((as) => answer(api.invitations[":userId"].$post({ param: { userId } }, as)));
}

/** Deletes the account that was made for it. */
export async function withdrawInvitation(userId: string): Promise<void> {
  await asAdmin((as) => answer(api.invitations[":userId"].$delete({ param: { userId } }, as)));
}
