import { adminWords } from "../../i18n/admin/words";
import { languageNames, locales } from "../../i18n/locale";
import { locale } from "../../i18n/words";
import { settings } from "../../settings";
import { menu, type Menu } from "../../ui/menu";

/** What goes for every invitation of a form: the role, and the language of the mail. @param name - no other form's. */
export function choicesOf(name: string): { role: Menu; language: Menu } {
  const { invitations: words, users } = adminWords();
  const roles = settings.roles.map((role) => [role, role] as const);
  const languages = locales.map((each) => [each, languageNames[each]] as const);
  const inLanguage = { label: words.language, name: `${name}-language`, value: locale };
  return {
    role: menu({ label: users.role, name: `${name}-role` }, roles),
    language: menu(inLanguage, languages),
  };
}
