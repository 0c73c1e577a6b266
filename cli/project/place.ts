import { join } from "node:path";
import { projectAround } from "../dev/project-folder";
import { inPackage } from "../init/own-files";

const root = join(__dirname, "../..");

/** The folder of the Firebase project: this repository, or the team's project around the current folder. */
export const projectFolder = (): string => (inPackage ? projectAround(process.cwd()).folder : root);

/** The folder of the functions, whose `.env` files have the parameters. */
export const functionsFolder = (): string =>
  inPackage ? projectAround(process.cwd()).functions : join(root, "functions");

/** The mails' templates. */
export const templatesFolder = (): string =>
  join(inPackage ? join(__dirname, "..") : functionsFolder(), "templates");
