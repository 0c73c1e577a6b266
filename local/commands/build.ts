import { join } from "node:path";
import { buildFunctions } from "../build/build";
import { parseOptions } from "../command";

const help = `
Usage: npm run build

Bundles functions/src into functions/lib, as "firebase deploy" uploads it.
`;

export async function main(args: string[]): Promise<void> {
  parseOptions(args, {}, help);
  const functions = join(__dirname, "../../functions");
  await buildFunctions({ functions, output: join(functions, "lib") });
}
