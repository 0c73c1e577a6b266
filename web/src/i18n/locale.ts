export const locales = ["en", "fr", "es", "de", "ar"] as const;

export type Locale = (typeof locales)[number];

/** What each language calls itself. */
export const languageNames: Readonly<Record<Locale, string>> = {
  en: "English",
  fr: "Français",
  es: "Español",
  de: "Deutsch",
  ar: "العربية",
};

/** Takes the first language that there is a catalogue for, out of the most wanted ones; else English. */
export function chooseLocale(wanted: readonly (string | null)[]): Locale {
  const languages = wanted.map((tag) => tag?.toLowerCase().split(/[-_]/)[0]);
  return languages.map(toLocale).find((locale) => locale !== undefined) ?? "en";
}

function toLocale(language: string | undefined): Locale | undefined {
  return locales.find((locale) => locale === language);
}

export function direction(locale: Locale): "ltr" | "rtl" {
  return locale === "ar" ? "rtl" : "ltr";
}
