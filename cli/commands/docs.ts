import { readFileSync, writeFileSync } from "node:fs";
import { parseOptions, Refusal } from "../command";
import { generated, pathOf } from "../docs/generated";

const help = `
Usage: npm run docs

Writes what is generated from the code: functions/.env.example and the tables of docs/parameters.md.

  --check   Writes nothing, and exits with code 1 if something is out of date.
`;

export async function main(args: string[]): Promise<void> {
  const { check } = parseOptions(args, { check: { type: "boolean", default: false } }, help);
  const all = await generated();
  const stale = all.filter((each) => readFileSync(pathOf(each), "utf8") !== each.text);
  if (check && stale.length > 0) {
    throw new Refusal(
      `Out of date: ${stale.map(({ file }) => file).join(", ")}. Run "npm run docs".`,
    );
  }
  for (const each of stale) writeFileSync(pathOf(each), each.text);
}
