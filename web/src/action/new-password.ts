import { actionWords } from "../i18n/action/words";
import { words } from "../i18n/words";
import { newPasswordField, repeatedPasswordField } from "../password/new-password";
import { form } from "../ui/form";
import { emailField } from "../ui/person-fields";
import type { View } from "../ui/page";
import { done, spend } from "./spend";

/** Lets a new password be chosen, typed twice. */
export function newPassword({ oobCode, email }: { oobCode: string; email: string }): View {
  const { title, submit } = actionWords().newPassword;
  // Tells a password manager, too, whose password it is.
  const owner = emailField({ value: email });
  owner.input.readOnly = true;
  const password = newPasswordField({ label: words.fields.newPassword, known: () => [email] });
  return {
    title,
    content: [
      form({
        fields: [owner, password, repeatedPasswordField(password)],
        label: submit,
        send: () => spend({ mode: "resetPassword", oobCode, newPassword: password.value }, saved),
      }),
    ],
  };
}

function saved(): View {
  const { doneTitle, done: text } = actionWords().newPassword;
  return done({ title: doneTitle, text, mode: "resetPassword" });
}
