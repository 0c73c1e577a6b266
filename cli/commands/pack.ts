import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { writeBillOfMaterials } from "../build/bill-of-materials";
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
  const bill = writeBillOfMaterials(join(__dirname, "../../functions"), output);
  for (const file of [own, create, kit, bill]) {
    console.log(`${file} (${Math.round(statSync(file).size / 1024)} KB)`);
  }
}
