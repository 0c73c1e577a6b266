import { readFileSync } from "node:fs";
import { join } from "node:path";
import { helpOf, Refusal } from "../command";
import { notesOf } from "../release/notes";
import { makeVersion } from "../release/version";

const root = join(__dirname, "../..");
const read = (file: string) => readFileSync(join(root, file), "utf8");

export function main([verb]: string[]): void {
  if (verb === "version") {
    console.log(`Commit this, and push the tag v${makeVersion(root)}.`);
  } else if (verb === "notes") {
    const { version } = JSON.parse(read("package.json")) as { version: string };
    console.log(notesOf(read("CHANGELOG.md"), version));
  } else throw new Refusal(helpOf("release"));
}
