/** Somebody in a list of those who are to be invited. */
export interface Listed {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
}

/** Control characters, and a byte order mark, have no place in a line. */
const outOfPlace = /[\p{Cc}\ufeff]/gu;

/**
 * Reads a list that was pasted, or a CSV file: an address in each line, and names if they are known, after commas, semicolons
 * or tabs, in quotation marks or not. An address comes once; a header is no address.
 */
export function readPeople(text: string): Listed[] {
  const people = new Map<string, Listed>();
  const lines = text.split(/\r\n|\r|\n/);
  for (const [index, line] of lines.entries()) {
    const [email = "", firstName = "", lastName = ""] = cellsOf(line);
    if (email === "" || (index === 0 && isHeader(email))) continue;
    people.set(email.toLowerCase(), { email, firstName, lastName });
  }
  return [...people.values()];
}

const isHeader = (cell: string) => !cell.includes("@") && /mail|address/i.test(cell);

function cellsOf(line: string): string[] {
  const cells = line.matchAll(/(?:^|[,;\t])\s*(?:"((?:[^"]|"")*)"\s*|([^,;\t]*))/g);
  return [...cells].map(([, quoted, plain = ""]) =>
    (quoted?.replaceAll('""', '"') ?? plain).replaceAll(outOfPlace, " ").trim(),
  );
}

/** The API's own rule for an address is stricter; this finds what is none. */
export const isAddress = (email: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(email);
