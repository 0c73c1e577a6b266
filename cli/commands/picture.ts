import { join } from "node:path";
import { parseOptions } from "../command";
import { drawPages } from "../picture/pages";

const help = `
Usage: npm run picture

Draws docs/images/pages.png, the README's picture of the pages, in Chromium (/usr/bin/chromium, or CHROMIUM_PATH).
`;

export async function main(args: string[]): Promise<void> {
  parseOptions(args, {}, help);
  await drawPages(join(__dirname, "../../docs/images/pages.png"));
}
