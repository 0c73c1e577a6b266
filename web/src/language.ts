import { chooseWords } from "./i18n/words";
import type { Locale } from "./i18n/locale";

/** Where the browser keeps which language was chosen. */
const choice = "language";

/** Turns the page to the language of its address, else to the one chosen before, else to the browser's. */
export function startLanguage(): Promise<void> {
  return chooseWords([asked(), localStorage.getItem(choice), ...navigator.languages]);
}

/** Turns the page to a language that somebody has chosen, and keeps to it. */
export async function switchLanguage(locale: Locale): Promise<void> {
  localStorage.setItem(choice, locale);
  if (asked() !== null) {
    const address = new URL(location.href);
    address.searchParams.set("lang", locale);
    history.replaceState(history.state, "", address);
  }
  await chooseWords([locale]);
}

/** The address of the page to sign in, or of one of its views. The language of the address goes along. */
export function signInPage(view: "" | "#forgot" = ""): string {
  const lang = asked();
  const query = lang === null ? "" : `?lang=${encodeURIComponent(lang)}`;
  return `/${query}${view}`;
}

const asked = () => new URLSearchParams(location.search).get("lang");
