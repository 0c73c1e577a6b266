import { ar as arOfAccount } from "../src/i18n/account/ar";
import { de as deOfAccount } from "../src/i18n/account/de";
import { en as enOfAccount } from "../src/i18n/account/en";
import { es as esOfAccount } from "../src/i18n/account/es";
import { fr as frOfAccount } from "../src/i18n/account/fr";
import { ar as arOfPeople } from "../src/i18n/people/ar";
import { de as deOfPeople } from "../src/i18n/people/de";
import { en as enOfPeople } from "../src/i18n/people/en";
import { es as esOfPeople } from "../src/i18n/people/es";
import { fr as frOfPeople } from "../src/i18n/people/fr";
import { ar } from "../src/i18n/ar";
import { de } from "../src/i18n/de";
import { en } from "../src/i18n/en";
import { es } from "../src/i18n/es";
import { fr } from "../src/i18n/fr";

/** Every text of a catalogue by its path. */
function texts(catalogue: object, path = ""): [string, string][] {
  return Object.entries(catalogue).flatMap(([key, value]: [string, unknown]) =>
    typeof value === "object" && value !== null
      ? texts(value, `${path}${key}.`)
      : [[`${path}${key}`, String(value)]],
  );
}

/** The paths of the texts that something goes into. */
const open = (catalogue: object) =>
  texts(catalogue).flatMap(([path, text]) => (text.split("{}").length === 2 ? [path] : []));

const common = { en, fr, es, de, ar };
const account = {
  en: enOfAccount,
  fr: frOfAccount,
  es: esOfAccount,
  de: deOfAccount,
  ar: arOfAccount,
};

const people = {
  en: enOfPeople,
  fr: frOfPeople,
  es: esOfPeople,
  de: deOfPeople,
  ar: arOfPeople,
};

const rows = [common, account, people].flatMap((part) =>
  Object.entries<object>(part).map(([language, catalogue]): [string, object, object] => [
    language,
    catalogue,
    part.en,
  ]),
);

describe.each(rows)("the words in %s", (_, catalogue, en) => {
  test("are there, each of them", () => {
    const found = texts(catalogue);
    expect(found.map(([path]) => path)).toEqual(texts(en).map(([path]) => path));
    expect(found.filter(([, text]) => text.trim() === "")).toEqual([]);
  });

  test("let no line begin with French punctuation", () => {
    expect(texts(catalogue).filter(([, text]) => / [:;?!»]|« /.test(text))).toEqual([]);
  });

  test("have one place for the address, the duration or the list that they are about", () => {
    expect(open(catalogue)).toEqual(open(en));
    expect(texts(catalogue).filter(([, text]) => text.split("{}").length > 2)).toEqual([]);
  });

  test("hold no invisible characters, which would be copied along", () => {
    expect(texts(catalogue).filter(([, text]) => /[\p{Cf}\p{Cc}]/u.test(text))).toEqual([]);
  });
});
