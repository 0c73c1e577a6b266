import { accountWords } from "../../i18n/account/words";
import { languageNames, locales } from "../../i18n/locale";
import { peopleWords } from "../../i18n/people/words";
import { editable } from "../../ui/editable";
import { element } from "../../ui/element";
import { form } from "../../ui/form";
import { menu } from "../../ui/menu";
import type { Subject } from "./subject";

/** The language of the mails to a user, and the way to another one. */
export function languagePart(subject: Subject): HTMLElement {
  const { user: words } = peopleWords();
  const names: Readonly<Record<string, string>> = languageNames;
  const chosen = () => subject.user.details?.locale ?? "";
  return editable({
    id: `language-${subject.user.id}`,
    heading: words.language,
    summary: () => [
      element("p", { class: "now" }, names[chosen()] ?? (chosen() || words.noLanguage)),
    ],
    label: words.editLanguage,
    form: (close) => {
      const languages = locales.map((each) => [each, languageNames[each]] as const);
      const language = menu(
        { label: words.newLanguage, name: "new-language", value: chosen() },
        languages,
      );
      return [
        form({
          aside: [language.element],
          label: accountWords().save,
          cancel: () => close(),
          send: async () => {
            const isDone = await subject.change({ locale: language.select.value });
            if (isDone) close(accountWords().saved);
          },
        }),
      ];
    },
  });
}
