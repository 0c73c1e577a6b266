import { updateMe } from "../../api/me";
import { Problem } from "../../api/problem";
import { accountWords } from "../../i18n/account/words";
import { explain } from "../../i18n/explain";
import { chooseLocale, languageNames, locales, type Locale } from "../../i18n/locale";
import { switchLanguage } from "../../language";
import { element } from "../../ui/element";
import { drawFooter } from "../../ui/footer";
import { redraw } from "../../ui/page";
import { pending } from "../../ui/pending";
import type { Account } from "../account";

/** What to say once, after the page was drawn again in the language that was chosen. */
let said = "";

/** The language of mails and of the pages. */
export function languagePart(account: Account): HTMLElement {
  const { title, label } = accountWords().language;
  const status = element("p", { role: "status", class: "done" }, said);
  said = "";
  const menu = (chosen: Locale) => {
    const select = element(
      "select",
      { id: "account-language", name: "account-language", class: "boxed" },
      ...locales.map((each) =>
        element(
          "option",
          { value: each, lang: each, selected: each === chosen },
          languageNames[each],
        ),
      ),
    );
    select.addEventListener("change", () => void choose(select.value as Locale));
    return [element("label", { for: select.id }, label), select];
  };
  const choose = async (locale: Locale) => {
    try {
      account.learn(await updateMe({ locale }));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      status.replaceChildren(...explain(error));
      return;
    }
    await switchLanguage(locale);
    said = accountWords().saved;
    redraw();
    drawFooter();
    document.querySelector<HTMLElement>("#account-language")?.focus();
  };
  return element(
    "section",
    {},
    element("h2", {}, title),
    pending(
      account.load,
      ({ locale }) => menu(chooseLocale([locale, document.documentElement.lang])),
      account.me,
    ),
    status,
  );
}
