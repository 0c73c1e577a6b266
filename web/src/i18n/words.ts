import type { Catalogue } from "./en";
import { chooseLocale, direction, type Locale } from "./locale";

const catalogues: Readonly<Record<Locale, () => Promise<Catalogue>>> = {
  en: async () => (await import("./en")).en,
  fr: async () => (await import("./fr")).fr,
  es: async () => (await import("./es")).es,
  de: async () => (await import("./de")).de,
  ar: async () => (await import("./ar")).ar,
};

/** The page's language; mails that the page asks for are in it too. */
export let locale: Locale;

/** What the page says, in its language. */
export let words: Catalogue;

/** Turns the page to the language that was asked for, or to the first of the browser's that there is. */
export async function chooseWords(asked: string | null): Promise<void> {
  locale = chooseLocale([asked, ...navigator.languages]);
  words = await catalogues[locale]();
  document.documentElement.lang = locale;
  document.documentElement.dir = direction(locale);
}
