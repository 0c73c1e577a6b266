import { join } from "node:path";
import { parseOptions } from "../command";
import { drawPages } from "../picture/pages";

export async function main(args: string[]): Promise<void> {
  parseOptions(args, {}, "picture");
  await drawPages(join(__dirname, "../../docs/images/pages.png"));
}
