import { join } from "node:path";
import { buildFunctions } from "../build/build";
import { buildPages } from "../build/pages";
import { parseOptions } from "../command";
import { deployParameters } from "../project/parameters";
import { functionsFolder } from "../project/place";

export async function main(args: string[]): Promise<void> {
  parseOptions(args, {}, "build");
  const functions = functionsFolder();
  await buildFunctions({ functions, output: join(functions, "lib") });
  const web = join(__dirname, "../../web");
  // The Firebase CLI names the project when a deploy runs this.
  const parameters = deployParameters(process.env.GCLOUD_PROJECT ?? "", functions);
  await buildPages({ web, output: join(web, "dist"), parameters });
}
