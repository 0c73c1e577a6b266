import { accountWords } from "../../i18n/account/words";
import { peopleWords } from "../../i18n/people/words";
import { words as common } from "../../i18n/words";
import { editable } from "../../ui/editable";
import { element, paragraph } from "../../ui/element";
import { form } from "../../ui/form";
import { emailField } from "../../ui/person-fields";
import type { Subject } from "./subject";

/** The address, and the way to another one. */
export function addressPart(subject: Subject): HTMLElement {
  const { user: words } = peopleWords();
  const { id } = subject.user;
  return editable({
    id: `email-${id}`,
    heading: words.email,
    summary: () => [
      element(
        "p",
        { class: "now" },
        element("bdi", {}, subject.user.email ?? accountWords().email.none),
      ),
    ],
    label: words.editEmail,
    form: (close) => {
      const value = subject.user.email ?? "";
      const email = emailField({ label: words.newEmail, name: `new-email-${id}`, value });
      return [
        paragraph(words.emailLead),
        form({
          fields: [email],
          label: accountWords().save,
          cancel: () => close(),
          explains: (problem) =>
            problem.is("email-exists") ? [common.problems["email-exists"]] : undefined,
          send: async () => {
            if (await subject.change({ email: email.value })) close(accountWords().saved);
          },
        }),
      ];
    },
  });
}
