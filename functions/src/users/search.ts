import type { User } from "./user-directory";

/** How many characters of what is typed Firestore looks for; what is longer is compared afterwards. */
export const longestStart = 30;
const shortestStart = 2;

/** What a user's document holds for searching and sorting, and nothing else reads. */
export interface SearchFields {
  /** Every start, of 2 to 30 characters, of the address, of the full name and of the last name. */
  readonly starts: string[];
  /** The last and the first name, by which users are sorted. */
  readonly name: string;
}

type Named = Pick<User, "firstName" | "lastName" | "email">;

/** Case and compatibility forms don't count. */
export const fold = (text: string): string => text.normalize("NFKC").toLowerCase().trim();

/** Makes what a user is found and sorted by. */
export function searchFieldsOf(user: Named): SearchFields {
  const starts = new Set(searched(user).flatMap(startsOf));
  return { starts: [...starts], name: fold(`${user.lastName} ${user.firstName}`) };
}

/** Says whether a user is one of those that a text looks for. */
export function isFoundBy(user: Named, text: string): boolean {
  const start = fold(text);
  return searched(user).some((field) => field.startsWith(start));
}

/** The start of a text that Firestore looks for. */
export const startOf = (text: string): string =>
  Array.from(fold(text)).slice(0, longestStart).join("");

const searched = ({ firstName, lastName, email }: Named): string[] =>
  [email ?? "", `${firstName} ${lastName}`, lastName].map(fold);

function startsOf(field: string): string[] {
  // By characters: a surrogate alone is no text.
  const characters = Array.from(field).slice(0, longestStart);
  return characters
    .map((_, index) => characters.slice(0, index + 1).join(""))
    .slice(shortestStart - 1);
}
