import { readFileSync, writeFileSync } from "node:fs";
import { parseOptions, Refusal } from "../command";
import { generated, pathOf } from "../docs/generated";

export async function main(args: string[]): Promise<void> {
  const { check } = parseOptions(args, { check: { type: "boolean", default: false } }, "docs");
  const all = await generated();
  const stale = all.filter((each) => readFileSync(pathOf(each), "utf8") !== each.text);
  if (check && stale.length > 0) {
    throw new Refusal(
      `Out of date: ${stale.map(({ file }) => file).join(", ")}. Run "npm run docs".`,
    );
  }
  for (const each of stale) writeFileSync(pathOf(each), each.text);
}
