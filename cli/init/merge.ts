import {
  applyEdits,
  type JSONPath,
  modify,
  parse,
  type ParseError,
  printParseErrorCode,
} from "jsonc-parser";

/** What became of one file. */
export interface Merged {
  text: string;
  /** What its owner has to decide, a sentence each. */
  notes: string[];
}

/**
 * Reads JSON that may have comments, as the Firebase CLI does. No text is an empty object.
 *
 * @throws {SyntaxError} Where it is not JSON.
 */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- Who reads a file says what it holds.
export function readJson<T extends object>(text: string): T {
  if (text.trim() === "") return {} as T;
  const errors: ParseError[] = [];
  const value = parse(text, errors, { allowTrailingComma: true }) as T;
  const [error] = errors;
  if (error) throw new SyntaxError(`${printParseErrorCode(error.error)} at ${error.offset}`);
  return value;
}

/** Sets one value in JSON text. All else stays as it is written, comments and line breaks included. */
export function setJson(text: string, path: JSONPath, value: unknown): string {
  return edit(text, path, value, false);
}

/** Puts one value into an array in JSON text, before what stands at that position. Makes the array where there is none. */
export function insertJson(text: string, path: JSONPath, position: number, value: unknown): string {
  return edit(text, [...path, position], value, true);
}

function edit(text: string, path: JSONPath, value: unknown, isArrayInsertion: boolean): string {
  const isNew = text.trim() === "";
  const tabSize = /^[{[]\s*?\n( +)/.exec(text)?.[1]?.length ?? 2;
  const insertSpaces = !/^[{[]\s*?\n\t/.test(text);
  const before = isNew ? "{}\n" : text;
  const options = { formattingOptions: { insertSpaces, tabSize }, isArrayInsertion };
  return applyEdits(before, modify(before, path, value, options));
}
