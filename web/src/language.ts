import { chooseWords, locale } from "./i18n/words";
import { chooseLocale, type Locale } from "./i18n/locale";

/** Where the browser keeps which language was chosen. */
const choice = "language";

/** Turns the page to the language of its address, else to the one chosen before, else to the browser's. */
export function startLanguage(): Promise<void> {
  return chooseWords([asked(), localStorage.getItem(choice), ...navigator.languages]);
}

/** Whether somebody has chosen a language since the page was opened. */
let isChosenHere = false;

/** Turns the page to a language that somebody has chosen, and keeps to it. */
export function switchLanguage(chosen: Locale): Promise<void> {
  isChosenHere = true;
  return turnTo(chosen);
}

/** Forgets what was chosen before somebody signed in: it may have been chosen by whoever used this browser before. */
export function forgetLanguage(): void {
  if (!isChosenHere) localStorage.removeItem(choice);
}

/**
 * Turns the page to the language that is stored for a user, unless its address names one or somebody has chosen one since
 * the sign-in. Resolves to whether it did.
 */
export async function useStoredLanguage(stored: string | null): Promise<boolean> {
  if (asked() !== null || localStorage.getItem(choice) !== null) return false;
  const wanted = chooseLocale([stored, locale]);
  if (wanted === locale) return false;
  await turnTo(wanted);
  return true;
}

async function turnTo(chosen: Locale): Promise<void> {
  localStorage.setItem(choice, chosen);
  if (asked() !== null) {
    const address = new URL(location.href);
    address.searchParams.set("lang", chosen);
    history.replaceState(history.state, "", address);
  }
  await chooseWords([chosen]);
}

/** The address of the page to sign in, or of one of its views. The language of the address goes along. */
export function signInPage(view: "" | "#forgot" = ""): string {
  const lang = asked();
  const query = lang === null ? "" : `?lang=${encodeURIComponent(lang)}`;
  return `/${query}${view}`;
}

const asked = () => new URLSearchParams(location.search).get("lang");
