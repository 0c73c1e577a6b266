import { invalid } from "../../failure";

/** The names that lead to a field, outermost first. */
export type FieldPath = readonly string[];

/** The document's name, where a field is expected. */
export const nameField = "__name__";

/** A plain name, or any text within backticks; what follows a dot must be another. */
const segment = /(?:([A-Za-z_][A-Za-z_0-9]*)|`((?:[^`\\]|\\[\s\S])+)`)(\.|$)/y;

/** Reads `a.b` or `` `any name`.b ``. */
export function parseFieldPath(text: string): FieldPath {
  const names: string[] = [];
  let position = 0;
  for (;;) {
    segment.lastIndex = position;
    const match = segment.exec(text);
    if (!match) throw invalid(`Invalid property path "${text}".`);
    const [, plain, quoted = ""] = match;
    names.push(plain ?? quoted.replace(/\\([\s\S])/g, "$1"));
    position = segment.lastIndex;
    if (match[3] === "") return names;
  }
}

export const isName = (path: FieldPath): boolean => path.length === 1 && path[0] === nameField;

export const samePath = (one: FieldPath, other: FieldPath): boolean =>
  one.length === other.length && one.every((name, i) => name === other[i]);
