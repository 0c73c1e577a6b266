import { invite } from "../../api/admin/invitations";
import { adminWords } from "../../i18n/admin/words";
import { languageNames, locales } from "../../i18n/locale";
import { locale } from "../../i18n/words";
import type { Account } from "../../me/account";
import { freshly } from "../../me/fresh";
import { settings } from "../../settings";
import { element } from "../../ui/element";
import { form } from "../../ui/form";
import { menu } from "../../ui/menu";
import { emailField, nameFields } from "../../ui/person-fields";
import type { Done } from "./done";

/** A form that invites somebody, and is empty again afterwards. */
export function invitationForm(account: Account, done: Done): HTMLElement {
  const { invitations: words, users } = adminWords();
  const roles = settings.roles.map((role) => [role, role] as const);
  const languages = locales.map((each) => [each, languageNames[each]] as const);
  const holder = element("div", { class: "part" });
  const draw = () => {
    const email = emailField({ value: "" });
    const [first, last] = nameFields({ firstName: "", lastName: "" });
    const role = menu({ label: users.role, name: "invited-role" }, roles);
    const inLanguage = { label: words.language, name: "invited-language", value: locale };
    const language = menu(inLanguage, languages);
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
