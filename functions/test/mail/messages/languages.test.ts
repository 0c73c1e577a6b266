import { acceptedLocale, chooseLocale, directionOf } from "../../../src/mail/messages/languages";

describe("chooseLocale", () => {
  test.each([
    [["fr"], "fr"],
    [["fr-CA"], "fr"],
    [["ES-419"], "es"],
    [["zh-Hant-TW"], "en"],
    [["pt-BR"], "en"],
    [["pt-BR", "fr"], "fr"],
    [[null, "de", "es"], "de"],
    [[null, undefined, "ar"], "ar"],
    [[""], "en"],
    [[], "en"],
    [["frisian"], "en"],
  ])("of %j takes %s", (wishes, locale) => {
    expect(chooseLocale(...wishes)).toBe(locale);
  });
});

describe("acceptedLocale", () => {
  test.each([
    ["de-CH, fr;q=0.9, en;q=0.8", "de"],
    ["pt-BR,pt;q=0.9,es;q=0.5,en;q=0.7", "en"],
    ["ja, fr ; q=0.3", "fr"],
    ["fr;q=0, es;q=0.1", "es"],
    ["*", undefined],
    ["ja", undefined],
    [";;;,,,q=", undefined],
    ["fr;q=abc", undefined],
    ["", undefined],
    [undefined, undefined],
    ["x,".repeat(100_000) + "fr", undefined],
  ])("of %j takes %s", (header, locale) => {
    expect(acceptedLocale(header)).toBe(locale);
  });
});

test("Arabic runs from right to left", () => {
  expect([directionOf("ar"), directionOf("en")]).toEqual(["rtl", "ltr"]);
});
