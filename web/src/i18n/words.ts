import type { Catalogue } from "./en";
import { chooseLocale, direction, type Locale } from "./locale";

type Languages<Words> = Readonly<Record<Locale, () => Promise<Words>>>;

/** The words of a part of the pages. */
export interface PartOfWords<Words> {
  /** In the page's language, once they are loaded. */
  (): Words;
  /** Loads them, for a part that is itself loaded after the language was chosen. */
  load(): Promise<void>;
}

const common: Languages<Catalogue> = {
  en: async () => (await import("./en")).en,
  fr: async () => (await import("./fr")).fr,
  es: async () => (await import("./es")).es,
  de: async () => (await import("./de")).de,
  ar: async () => (await import("./ar")).ar,
};

/** The page's language; mails that the page asks for are in it too. */
export let locale: Locale;

/** What every page says, in its language. */
export let words: Catalogue;

const parts = new Set<(next: Locale) => Promise<() => void>>();

/** Turns the page to the first of the wanted languages that there is: all words at once. */
export async function chooseWords(wanted: readonly (string | null)[]): Promise<void> {
  const chosen = chooseLocale(wanted);
  const [chosenWords, ...takes] = await Promise.all([
    common[chosen](),
    ...[...parts].map((load) => load(chosen)),
  ]);
  for (const take of takes) take();
  words = chosenWords;
  locale = chosen;
  document.documentElement.lang = locale;
  document.documentElement.dir = direction(locale);
}

/** Adds the words of a part of the pages. */
export function wordsOf<Words>(languages: Languages<Words>): PartOfWords<Words> {
  let current: Words | undefined;
  const load = async (next: Locale) => {
    const loaded = await languages[next]();
    return () => {
      current = loaded;
    };
  };
  const part = () => {
    if (current === undefined) throw new Error("These words are not loaded yet.");
    return current;
  };
  parts.add(load);
  return Object.assign(part, { load: async () => (await load(locale))() });
}
