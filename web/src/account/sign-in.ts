import * as session from "../api/session";
import { words } from "../i18n/words";
import { revealable } from "../password/reveal";
import { element, link, paragraph, type Child } from "../ui/element";
import { emailField, field } from "../ui/field";
import { form } from "../ui/form";
import type { View } from "../ui/page";
import { googleButton } from "./google";
import type { Guest } from "./guest";

export function signIn({ notice, entered }: Guest): View {
  const { title, forgot, register } = words.signIn;
  const email = emailField();
  const password = revealable(
    field({
      label: words.fields.password,
      name: "current-password",
      type: "password",
      autocomplete: "current-password",
    }),
  );
  return {
    title,
    content: [
      element("p", { role: "status", class: "notice" }, notice),
      form({
        fields: [email, password],
        label: title,
        send: async () => entered(await session.signIn(email.value, password.value)),
      }),
      ...otherWays(entered),
      paragraph(link("#forgot", forgot)),
      paragraph(link("#register", register)),
    ],
  };
}

function otherWays(entered: Guest["entered"]): Child[] {
  const google = googleButton(entered);
  return google ? [element("p", { class: "or" }, words.signIn.or), google] : [];
}
