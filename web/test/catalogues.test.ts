import { ar } from "../src/i18n/ar";
import { de } from "../src/i18n/de";
import { en } from "../src/i18n/en";
import { es } from "../src/i18n/es";
import { fr } from "../src/i18n/fr";

/** Every text of a catalogue by its path; those with something in it get an argument. */
function texts(catalogue: object, path = ""): [string, string][] {
  return Object.entries(catalogue).flatMap(([key, value]: [string, unknown]) => {
    const at = `${path}${key}`;
    if (typeof value === "object" && value !== null) return texts(value, `${at}.`);
    if (typeof value === "function") return [[at, (value as (given: unknown) => string)(7)]];
    return [[at, String(value)]];
  });
}

describe.each(Object.entries({ en, fr, es, de, ar }))("the words in %s", (_, catalogue) => {
  test("are there, each of them", () => {
    const found = texts(catalogue);
    expect(found.map(([path]) => path)).toEqual(texts(en).map(([path]) => path));
    expect(found.filter(([, text]) => text.trim() === "")).toEqual([]);
  });

  test("say the address and the minutes that they are about", () => {
    const about = texts(en).flatMap(([path, text]) => (text.includes("7") ? [path] : []));
    const found = new Map(texts(catalogue));
    expect(about.filter((path) => !found.get(path)?.includes("7"))).toEqual([]);
  });
});
