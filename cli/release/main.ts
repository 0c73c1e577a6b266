import { readFileSync } from "node:fs";
import { join } from "node:path";
import { helpOf, Refusal } from "../command";
import { notesOf } from "./notes";
import { makeVersion } from "./version";

const root = join(__dirname, "../..");
const read = (file: string) => readFileSync(join(root, file), "utf8");

// `npm run release`: for who publishes, and so none of the commands that a fresh clone has.
function run(verb: string | undefined): void {
  if (verb === "version") {
    console.log(`Commit this, and push the tag v${makeVersion(root)}.`);
  } else if (verb === "notes") {
    const { version } = JSON.parse(read("package.json")) as { version: string };
    console.log(notesOf(read("CHANGELOG.md"), version));
  } else throw new Refusal(helpOf("release"));
}

try {
  run(process.argv[2]);
} catch (error) {
  console.error(error instanceof Refusal ? error.message : error);
  process.exitCode = 1;
}
