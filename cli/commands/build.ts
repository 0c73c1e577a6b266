import { join } from "node:path";
import { buildFunctions } from "../build/build";
import { buildPages } from "../build/pages";
import { parseOptions } from "../command";
import { deployParameters, functionsFolder } from "../project/parameters";

const help = `
Usage: npm run build

Bundles functions/src into functions/lib and web/src into web/dist, as "firebase deploy" uploads them. The pages get
some of the functions' parameters: those of functions/.env, and of functions/.env.<project> for the project in GCLOUD_PROJECT.
`;

export async function main(args: string[]): Promise<void> {
  parseOptions(args, {}, help);
  const functions = functionsFolder;
  await buildFunctions({ functions, output: join(functions, "lib") });
  const web = join(__dirname, "../../web");
  // The Firebase CLI names the project when a deploy runs this.
  const parameters = deployParameters(process.env.GCLOUD_PROJECT ?? "", functions);
  await buildPages({ web, output: join(web, "dist"), parameters });
}
