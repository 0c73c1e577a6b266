import { mailPause } from "../api/mails";
import * as session from "../api/session";
import { sentence } from "../i18n/sentence";
import { words } from "../i18n/words";
import { element, link, paragraph } from "../ui/element";
import { form } from "../ui/form";
import { show, type View } from "../ui/page";
import { emailField, nameFields } from "../ui/person-fields";
import { consent } from "./consent";

/** Asks for an account, where sign-up is by mail: the page learns nothing about the address. */
export function requestAccount(): View {
  const { title, byMail, submit, haveOne, signIn } = words.register;
  const [first, last] = nameFields();
  const email = emailField();
  return {
    title,
    lead: [byMail.lead],
    content: [
      form({
        fields: [first, last, email],
        aside: consent(),
        label: submit,
        send: async () => {
          const person = { email: email.value, firstName: first.value, lastName: last.value };
          // What was mailed a moment ago is on its way, and another one would be dropped.
          if (mailPause("requestAccount", person.email) === 0) await session.requestAccount(person);
          show(() => mailed(person.email));
        },
      }),
      element("p", { class: "other" }, haveOne, " ", link("#", signIn)),
    ],
  };
}

function mailed(email: string): View {
  return {
    title: words.mailed.title,
    content: [
      element("p", { role: "status" }, ...sentence(words.register.byMail.sent, email)),
      paragraph(link("#", words.back)),
    ],
  };
}
