/** The languages that mails are written in. */
export const locales = ["en", "fr", "es", "de", "ar"] as const;

export type Locale = (typeof locales)[number];

/** The language for those whose wishes can't be met. */
const fallback: Locale = "en";

const rightToLeft: ReadonlySet<Locale> = new Set<Locale>(["ar"]);

export function directionOf(locale: Locale): "ltr" | "rtl" {
  return rightToLeft.has(locale) ? "rtl" : "ltr";
}

/** Picks the first wish (a BCP 47 tag) that can be met, if only by its beginning: `pt-BR`, then `pt`; else English. */
export function chooseLocale(...wishes: readonly (string | null | undefined)[]): Locale {
  for (const wish of wishes) {
    const locale = wish && lookUp(wish);
    if (locale) return locale;
  }
  return fallback;
}

function lookUp(tag: string): Locale | undefined {
  for (
    let subtags = tag.toLowerCase().split("-");
    subtags.length > 0;
    subtags = subtags.slice(0, -1)
  ) {
    const locale = locales.find((known) => known === subtags.join("-"));
    if (locale) return locale;
  }
  return undefined;
}

/** What of an `Accept-Language` header is read; browsers send far less. */
const longestHeader = 500;

/** Reads the best language that we have out of an `Accept-Language` header, such as `pt-BR, fr;q=0.8`. */
export function acceptedLocale(header: string | undefined): Locale | undefined {
  const ranges = (header ?? "")
    .slice(0, longestHeader)
    .split(",")
    .map((range) => {
      const [tag = "", ...parameters] = range.split(";").map((part) => part.trim());
      const quality = parameters.find((parameter) => parameter.startsWith("q="));
      return { tag, quality: quality ? Number(quality.slice(2)) : 1 };
    });
  const wishes = ranges.filter(({ quality }) => quality > 0).sort((a, b) => b.quality - a.quality);
  for (const { tag } of wishes) {
    const locale = lookUp(tag);
    if (locale) return locale;
  }
  return undefined;
}
