import { ar as accountAr } from "../../../web/src/i18n/account/ar";
import { type AccountCatalogue, en as accountEn } from "../../../web/src/i18n/account/en";
import { ar } from "../../../web/src/i18n/ar";
import { type Catalogue, en } from "../../../web/src/i18n/en";
import { describeInChromium } from "./chromium";
import { fitsIn, slowDown } from "./variants";
import type { Visitor } from "./visitor";
import { visitors } from "./visitors";

/** What a page says in a language. */
const texts: Record<"en" | "ar", Words> = {
  en: { ...en, account: accountEn },
  ar: { ...ar, account: accountAr },
};

type Words = Catalogue & { account: AccountCatalogue };

export interface Guest {
  grace: Visitor;
  /** What the pages say in the row's language. */
  words: Words;
  /** Opens an address in the row's language. */
  open(address: string): Promise<void>;
}

/** Brings a page to where a sentence can be seen to be true of it, and sees it. */
export type Row = (guest: Guest) => Promise<void>;

/**
 * Sees that each sentence is true from left to right on a quick line and from right to left on a slow one, and then that
 * what is shown fits everybody.
 */
export function describeRows(name: string, rows: Readonly<Record<string, Row>>): void {
  describeInChromium(name, (browser) => {
    const visitor = visitors(browser);
    test.each(
      Object.keys(rows).flatMap((row) =>
        (["en", "ar"] as const).map((lang) => [row, lang] as const),
      ),
    )("%s, in %s", async (row, language) => {
      const grace = await visitor();
      if (language === "ar") await slowDown(grace);
      const open = async (address: string) => {
        const url = new URL(address, "http://pages.example");
        url.searchParams.set("lang", language);
        await grace.open(`${url.pathname}${url.search}${url.hash}`);
      };
      await rows[row]!({ grace, words: texts[language], open });
      const isArabic = language === "ar";
      await grace.page.locator(`html[dir=${isArabic ? "rtl" : "ltr"}]`).waitFor();
      // Both languages together: each width in either colours.
      await fitsIn(grace, 320, isArabic ? "dark" : "light");
      await fitsIn(grace, 1280, isArabic ? "light" : "dark");
    });
  });
}

/** What stands before the part of a text that is filled in. */
export const start = (text: string): string => text.split("{}")[0]!.trim();
