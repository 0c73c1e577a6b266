import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseOptions, Refusal } from "../command";
import { generated, pathOf } from "../docs/generated";
import { takePicture } from "../picture/pages";
import { pictureNames } from "../picture/views";

const options = {
  check: { type: "boolean", default: false },
  picture: { type: "boolean", default: false },
} as const;

export async function main(args: string[]): Promise<void> {
  const { check, picture } = parseOptions(args, options, "docs");
  if (picture) return drawPictures();
  const all = await generated();
  const stale = all.filter((each) => readFileSync(pathOf(each), "utf8") !== each.text);
  if (check && stale.length > 0) {
    throw new Refusal(
      `Out of date: ${stale.map(({ file }) => file).join(", ")}. Run "npm run docs".`,
    );
  }
  for (const each of stale) writeFileSync(pathOf(each), each.text);
}

/** Takes the pictures of README and docs again, and notes what they show. */
async function drawPictures(): Promise<void> {
  const folder = join(__dirname, "../../docs/images");
  for (const name of pictureNames) {
    const { image, shows } = await takePicture(name);
    writeFileSync(join(folder, `${name}.png`), image);
    writeFileSync(join(folder, `${name}.txt`), shows);
  }
}
