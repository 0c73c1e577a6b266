import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline/promises";
import { createTwoFilesPatch } from "diff";
import { parseOptions } from "../command";
import { ownFiles } from "./own-files";
import { type Change, planFor } from "./plan";

/** How the project is to be understood, and whether anybody has agreed already. */
export const fileOptions = {
  yes: { type: "boolean", default: false },
  "dry-run": { type: "boolean", default: false },
  codebase: { type: "string" },
  site: { type: "string" },
  "api-function": { type: "string" },
} as const;

/** Brings what a Firebase project needs for the back end into its files, after it has shown what changes. */
export async function main(args: string[]): Promise<void> {
  await bringFiles(parseOptions(args, fileOptions, "init"), "init");
}

type FileOptions = ReturnType<typeof parseOptions<typeof fileOptions>>;

/** Shows what changes in the files of the project in this folder, asks, and writes it. */
export async function bringFiles(values: FileOptions, command: string): Promise<void> {
  const folder = process.cwd();
  const { changes, notes } = planFor(folder, ownFiles(), {
    apiFunction: values["api-function"],
    codebase: values.codebase,
    site: values.site,
  });
  for (const change of changes) console.log(difference(change));
  for (const note of notes) console.log(`Note: ${note}`);
  if (changes.length === 0) {
    console.log("Everything is there already.");
    return;
  }
  if (values["dry-run"] || !(values.yes || (await agreed()))) {
    console.log(`Nothing was written. To write it: npx firebase-auth-backend ${command} --yes`);
    return;
  }
  for (const { path, after } of changes) writeFileSync(join(folder, path), after);
  console.log(`Written: ${changes.map(({ path }) => path).join(", ")}`);
}

const difference = ({ path, before, after }: Change) =>
  createTwoFilesPatch(path, path, before, after, undefined, undefined, { context: 3 });

/** Asks the person at the terminal. Without one nobody has agreed. */
async function agreed(): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question("Write this? (y/N) ");
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}
