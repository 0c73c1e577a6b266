import { languageNames, locales, type Locale } from "../i18n/locale";
import { locale, words } from "../i18n/words";
import { switchLanguage } from "../language";
import { settings } from "../settings";
import { element, link, type Child } from "./element";
import { redraw } from "./page";

/** Fills the foot of the page: the languages, and what the team links to. */
export function drawFooter(): void {
  const foot = document.querySelector("footer") ?? document.body.appendChild(element("footer"));
  foot.replaceChildren(languageMenu(), element("nav", {}, ...links()));
}

function languageMenu(): HTMLElement {
  const menu = element(
    "select",
    { "aria-label": words.language, name: "language" },
    ...locales.map((each) =>
      element(
        "option",
        { value: each, lang: each, selected: each === locale },
        languageNames[each],
      ),
    ),
  );
  menu.addEventListener("change", () => {
    void switchLanguage(menu.value as Locale).then(() => {
      redraw();
      drawFooter();
      document.querySelector<HTMLElement>("footer select")?.focus();
    });
  });
  return menu;
}

function links(): Child[] {
  const { termsUrl, privacyUrl, supportEmail } = settings;
  return [
    ...(termsUrl === "" ? [] : [link(termsUrl, words.terms)]),
    ...(privacyUrl === "" ? [] : [link(privacyUrl, words.privacy)]),
    ...(supportEmail === "" ? [] : [link(`mailto:${supportEmail}`, words.support)]),
  ];
}
