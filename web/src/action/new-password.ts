import { actionWords } from "../i18n/action/words";
import { words } from "../i18n/words";
import { newPasswordField, repeatedPasswordField } from "../password/new-password";
import { form } from "../ui/form";
import { emailField } from "../ui/person-fields";
import type { View } from "../ui/page";
import { done, spend } from "./spend";

/** What a password is chosen for. */
export type ModeOfPassword = "resetPassword" | "acceptInvitation";

/** Lets a new password be chosen, or the first one, typed twice. */
export function newPassword(
  mode: ModeOfPassword,
  { oobCode, email }: { oobCode: string; email: string },
): View {
  const { title, submit } = wordsFor(mode);
  // Tells a password manager, too, whose password it is.
  const owner = emailField({ value: email });
  owner.input.readOnly = true;
  const password = newPasswordField({ label: words.fields.newPassword, known: () => [email] });
  return {
    title,
    ...(mode === "acceptInvitation" && { lead: [actionWords().invitation.lead] }),
    content: [
      form({
        fields: [owner, password, repeatedPasswordField(password)],
        label: submit,
        send: () => spend({ mode, oobCode, newPassword: password.value }, () => saved(mode)),
      }),
    ],
  };
}

function saved(mode: ModeOfPassword): View {
  const { doneTitle, done: text } = wordsFor(mode);
  return done({ title: doneTitle, text, mode });
}

function wordsFor(mode: ModeOfPassword) {
  const { invitation, newPassword } = actionWords();
  return mode === "acceptInvitation" ? invitation : newPassword;
}
