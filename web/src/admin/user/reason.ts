import { peopleWords } from "../../i18n/people/words";
import { field, type Field } from "../../ui/field";

/** The API's own rule is the same (functions/src/operation/fields.ts). */
const longest = 200;

const outOfPlace = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** A field for why an account is disabled. */
export function reasonField(name: string): Field {
  const { reason: words } = peopleWords();
  return field({
    label: words.label,
    name,
    key: "reason",
    value: "",
    autocomplete: "off",
    hint: [words.hint],
    maxLength: 2 * longest,
    refused: words.unfit,
    flaw(text) {
      if (Array.from(text).length > longest) return words.tooLong;
      return outOfPlace.test(text) ? words.unfit : undefined;
    },
  });
}
