import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "../..");

/** Reads a file of the repository, named from its root. */
export const read = (file: string): string => readFileSync(join(root, file), "utf8");

/** The Markdown pages of the repository, named from its root. */
export const pages: readonly string[] = [
  ...readdirSync(root),
  ...readdirSync(join(root, "docs")).map((file) => `docs/${file}`),
].filter((file) => file.endsWith(".md"));

/** Reads the rows of the table under a heading row that begins with `first`, cell by cell. */
export function rowsOf(page: string, first: string): string[][] {
  const lines = read(page).split("\n");
  const head = lines.findIndex((line) => line.startsWith(`| ${first} `));
  if (head < 0) throw new Error(`${page} has no table whose first column is "${first}".`);
  const body = lines.slice(head + 2);
  const end = body.findIndex((line) => !line.startsWith("|"));
  return body.slice(0, end).map((line) =>
    line
      .slice(1, -1)
      .split("|")
      .map((cell) => cell.trim()),
  );
}
