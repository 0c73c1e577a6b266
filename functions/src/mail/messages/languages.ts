/** The languages that we have texts of our own in. */
export const locales = ["en", "fr", "es", "de", "ar"] as const;

export type Locale = (typeof locales)[number];

/** A BCP 47 tag for which there are texts: one of ours, or one that a team has added. */
export type Language = string;

export type Direction = "ltr" | "rtl";

/** The language for everyone whose own we do not have. */
const fallback: Language = "en";

/** Ours, by tag. */
const own: ReadonlyMap<Language, Direction> = new Map(
  locales.map((locale) => [locale, locale === "ar" ? "rtl" : "ltr"]),
);

let known = own;

/** Sets the languages that there are beside ours. */
export function setFurtherLanguages(further: ReadonlyMap<Language, Direction>): void {
  known = new Map([...own, ...further]);
}

export function directionOf(language: Language): Direction {
  return known.get(language) ?? "ltr";
}

/** Picks the first of the wanted languages (BCP 47 tags) that we have, or its base: `pt-BR`, then `pt`; else English. */
export function chooseLocale(...wishes: readonly (string | null | undefined)[]): Language {
  for (const wish of wishes) {
    const locale = wish && lookUp(wish);
    if (locale) return locale;
  }
  return fallback;
}

function lookUp(tag: string): Language | undefined {
  for (
    let subtags = tag.toLowerCase().split("-");
    subtags.length > 0;
    subtags = subtags.slice(0, -1)
  ) {
    const locale = [...known.keys()].find((each) => each.toLowerCase() === subtags.join("-"));
    if (locale) return locale;
  }
  return undefined;
}

/** How many characters of an `Accept-Language` header are read. Browsers send far fewer. */
const longestHeader = 500;

/** Picks the best language that we have from an `Accept-Language` header, such as `pt-BR, fr;q=0.8`. */
export function acceptedLocale(header: string | undefined): Language | undefined {
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
