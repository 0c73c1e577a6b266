import { chooseLocale, direction } from "../src/i18n/locale";

describe("the language of a page", () => {
  test.each([
    ["the one that the link asks for", ["de", "fr-FR"], "de"],
    ["the browser's first that there is", [null, "ja", "es-419", "fr"], "es"],
    ["found whatever the case and the region", ["AR-eg"], "ar"],
    ["English when there is none of them", ["ja", "constructor"], "en"],
    ["English when nobody asks for anything", [null], "en"],
  ])("is %s", (_, wanted, locale) => {
    expect(chooseLocale(wanted)).toBe(locale);
  });

  test("runs from right to left in Arabic", () => {
    expect((["en", "ar"] as const).map(direction)).toEqual(["ltr", "rtl"]);
  });
});
