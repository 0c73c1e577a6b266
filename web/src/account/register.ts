import * as session from "../api/session";
import { words } from "../i18n/words";
import { newPasswordField } from "../password/new-password";
import { link, paragraph } from "../ui/element";
import { emailField, field } from "../ui/field";
import { form } from "../ui/form";
import type { View } from "../ui/page";
import type { Guest } from "./guest";

export function register({ entered }: Guest): View {
  const { title, submit, haveOne } = words.register;
  const { firstName, lastName, password } = words.fields;
  const first = field({ label: firstName, name: "given-name", autocomplete: "given-name" });
  const last = field({ label: lastName, name: "family-name", autocomplete: "family-name" });
  const email = emailField();
  const chosen = newPasswordField({
    label: password,
    known: () => [first.value, last.value, email.value],
  });
  return {
    title,
    content: [
      form({
        fields: [first, last, email, chosen],
        label: submit,
        send: async () =>
          entered(
            await session.register({
              email: email.value,
              password: chosen.value,
              firstName: first.value,
              lastName: last.value,
            }),
          ),
      }),
      paragraph(link("#", haveOne)),
    ],
  };
}
