import { element, type Child } from "../ui/element";
import { locale } from "./words";

/**
 * Puts something of the person's, such as an address, in place of `{}`. It has a direction of its own, which must not mix
 * with the sentence's; and what is copied out of it has no invisible characters.
 */
export function sentence(text: string, given: string): Child[] {
  return around(text, element("bdi", {}, given));
}

/** Puts a list in place of `{}`: "one, two and three". */
export function listSentence(text: string, items: readonly Element[]): Child[] {
  const parts = new Intl.ListFormat(locale).formatToParts(items.map((_, index) => String(index)));
  return around(
    text,
    ...parts.map(({ type, value }) =>
      type === "element" ? (items[Number(value)] ?? value) : value,
    ),
  );
}

/** Puts something in place of `{}`. */
export function around(text: string, ...given: Child[]): Child[] {
  const [before = "", after = ""] = text.split("{}");
  return [before, ...given, after];
}
