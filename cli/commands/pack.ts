import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { makePackages } from "../build/packages";
import { parseOptions } from "../command";

export async function main(args: string[]): Promise<void> {
  const { output } = parseOptions(
    args,
    { output: { type: "string", default: join(__dirname, "../../packages") } },
    "pack",
  );
  mkdirSync(output, { recursive: true });
  const { main: own, create, kit } = await makePackages(output);
  for (const tarball of [own, create, kit]) {
    console.log(`${tarball} (${Math.round(statSync(tarball).size / 1024)} KB)`);
  }
}
