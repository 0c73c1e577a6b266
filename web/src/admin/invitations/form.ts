import { invite } from "../../api/admin/invitations";
import { adminWords } from "../../i18n/admin/words";
import type { Account } from "../../me/account";
import { freshly } from "../../me/fresh";
import { element } from "../../ui/element";
import { form } from "../../ui/form";
import { emailField, nameFields } from "../../ui/person-fields";
import { choicesOf } from "./choices";
import type { Done } from "./done";

/** A form that invites somebody, and is empty again afterwards. */
export function invitationForm(account: Account, done: Done): HTMLElement {
  const { invitations: words } = adminWords();
  const holder = element("div", { class: "part" });
  const draw = () => {
    const email = emailField({ value: "" });
    const [first, last] = nameFields({ firstName: "", lastName: "" });
    const { role, language } = choicesOf("invited");
    const made = form({
      fields: [email, first, last],
      aside: [role.element, language.element],
      label: words.submit,
      send: async () => {
        const isDone = await freshly(account, () =>
          invite({
            email: email.value,
            firstName: first.value,
            lastName: last.value,
            role: role.select.value,
            locale: language.select.value,
          }),
        );
        if (!isDone) return;
        draw();
        done(words.invited, email.value);
      },
    });
    holder.replaceChildren(made);
  };
  draw();
  return holder;
}
