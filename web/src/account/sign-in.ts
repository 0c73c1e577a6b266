import * as session from "../api/session";
import { words } from "../i18n/words";
import { revealable } from "../password/reveal";
import { settings } from "../settings";
import { staysSignedIn } from "../api/staying";
import { checkbox } from "../ui/checkbox";
import { element, link, paragraph, type Child } from "../ui/element";
import { field } from "../ui/field";
import { form } from "../ui/form";
import { emailField } from "../ui/person-fields";
import type { View } from "../ui/page";
import { googleButton } from "./google";
import { noticeLine, type Guest } from "./guest";
import { noteWay } from "./last-used";

export function signIn(guest: Guest): View {
  const { title, forgot, remember } = words.signIn;
  const email = emailField();
  const password = revealable(
    field({
      label: words.fields.password,
      name: "current-password",
      type: "password",
      autocomplete: "current-password",
    }),
  );
  const staying = checkbox({ label: remember, name: "remember", checked: staysSignedIn() });
  return {
    title,
    content: [
      noticeLine(guest),
      form({
        fields: [email, password],
        aside: [element("div", { class: "aside" }, staying.element, link("#forgot", forgot))],
        label: title,
        send: async () => {
          staysSignedIn(staying.checked);
          const user = await session.signIn(email.value, password.value);
          noteWay("password");
          guest.entered(user);
        },
      }),
      ...otherWays(guest),
      ...newcomers(),
    ],
  };
}

function otherWays({ entered }: Guest): Child[] {
  const google = googleButton(entered);
  return google ? [element("p", { class: "or" }, words.signIn.or), google] : [];
}

function newcomers(): Child[] {
  if (settings.signUp === "closed") return [];
  const { noAccount, register } = words.signIn;
  const line = paragraph(noAccount, " ", link("#register", register));
  line.className = "other";
  return [line];
}
