import type { Problem } from "../api/problem";
import * as session from "../api/session";
import { explain } from "../i18n/explain";
import { words } from "../i18n/words";
import { newPasswordField } from "../password/new-password";
import { settings } from "../settings";
import { element, link, paragraph, type Child } from "../ui/element";
import { form } from "../ui/form";
import { emailField, nameFields } from "../ui/person-fields";
import type { View } from "../ui/page";
import { consent } from "./consent";
import { noticeLine, type Guest } from "./guest";
import { noteWay } from "./last-used";

export function register(guest: Guest): View {
  if (settings.signUp === "closed") return closed();
  const { title, submit, haveOne, signIn } = words.register;
  const [first, last] = nameFields();
  const email = emailField();
  const chosen = newPasswordField({
    label: words.fields.password,
    known: () => [first.value, last.value, email.value],
  });
  return {
    title,
    content: [
      noticeLine(guest),
      form({
        fields: [first, last, email, chosen],
        aside: consent(),
        label: submit,
        explains: taken,
        send: async () => {
          const user = await session.register({
            email: email.value,
            password: chosen.value,
            firstName: first.value,
            lastName: last.value,
          });
          noteWay("password");
          guest.entered(user);
        },
      }),
      element("p", { class: "other" }, haveOne, " ", link("#", signIn)),
    ],
  };
}

/** An address that is taken is most often one's own. The way to either form takes it along. */
function taken(problem: Problem): Child[] | undefined {
  if (!problem.is("email-exists")) return undefined;
  const { signIn, reset } = words.register;
  return [...explain(problem), " ", link("#", signIn), " · ", link("#forgot", reset)];
}

function closed(): View {
  const { closedTitle, closed } = words.register;
  const { supportEmail } = settings;
  const ask = supportEmail === "" ? [] : [paragraph(link(`mailto:${supportEmail}`, supportEmail))];
  return {
    title: closedTitle,
    content: [paragraph(closed), ...ask, paragraph(link("#", words.back))],
  };
}
