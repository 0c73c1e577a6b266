import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseOptions } from "../command";
import { takePicture } from "../picture/pages";

export async function main(args: string[]): Promise<void> {
  parseOptions(args, {}, "picture");
  const folder = join(__dirname, "../../docs/images");
  const { image, shows } = await takePicture();
  writeFileSync(join(folder, "pages.png"), image);
  writeFileSync(join(folder, "pages.txt"), shows);
}
