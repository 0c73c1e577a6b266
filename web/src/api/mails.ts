import { locale } from "../i18n/words";
import { post } from "./post";

/** Asks for a mail with a link to choose a new password. */
export async function askForPasswordReset(email: string): Promise<void> {
  await post("/auth/resetPassword", { email, locale });
}

/** Asks for a mail with a link to verify an address. */
export async function askForVerification(email: string): Promise<void> {
  await post("/auth/verifyEmail", { email, locale });
}
