import { ending } from "./own-ending";
import { answer, api, type bearer } from "./client";
import { noteMail } from "./mails";
import { authorized, begin } from "./session";

const askForMe = (as: ReturnType<typeof bearer>) => answer(api.me.$get({}, as));

/** The signed-in user's account, as the API tells of it. */
export type Me = Awaited<ReturnType<typeof askForMe>>;

export function readMe(): Promise<Me> {
  return authorized(askForMe);
}

export interface MyChanges {
  firstName?: string;
  lastName?: string;
  locale?: string;
}

export function updateMe(changes: MyChanges): Promise<Me> {
  return authorized((as) => answer(api.me.$patch({ json: changes }, as)));
}

/** Ends every session, and begins a new one here. */
export async function changePassword(currentPassword: string, newPassword: string): Promise<void> {
  const json = { currentPassword, newPassword };
  await ending(async () => {
    begin(await authorized((as) => answer(api.me.password.$post({ json }, as))));
  });
}

/** Has a link mailed to the new address; the address changes when somebody opens it. */
export async function changeEmail(newEmail: string): Promise<void> {
  await authorized((as) => answer(api.me.email.$post({ json: { newEmail } }, as)));
  noteMail("changeEmail", newEmail);
  pendingEmail(newEmail);
}

/** Where this tab keeps the address that a link was mailed to. */
const pending = "pending-email";

/** The address that this tab has asked for and that nobody has confirmed yet; empty for none. */
export function pendingEmail(newEmail?: string): string {
  if (newEmail !== undefined) sessionStorage.setItem(pending, newEmail);
  return sessionStorage.getItem(pending) ?? "";
}
