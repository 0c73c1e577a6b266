import { join } from "node:path";
import { backEndIn, projectAround } from "../dev/project-folder";
import { inPackage } from "../init/own-files";

const root = join(__dirname, "../..");

/** The folder of the Firebase project: this repository, or the team's project around the current folder. */
export const projectFolder = (): string => (inPackage ? projectAround(process.cwd()).folder : root);

/** The folder of the functions. */
export const functionsFolder = (): string =>
  inPackage ? projectAround(process.cwd()).functions : join(root, "functions");

/** The folder whose `.env` files have the parameters: that of the functions, or of an instance of the function kit. */
export const parametersFolder = (): string =>
  inPackage ? join(projectFolder(), chosen().folder) : functionsFolder();

/** What tells the functions, and our own code, that they are those of a kit's instance. */
export function kitEnvironment(): { FIREBASE_KIT_INSTANCE_ID?: string } {
  const instance = inPackage ? chosen().instance : undefined;
  return instance === undefined ? {} : { FIREBASE_KIT_INSTANCE_ID: instance };
}

const chosen = () => backEndIn(projectAround(process.cwd()), process.env);

/** The mails' templates. */
export const templatesFolder = (): string =>
  join(inPackage ? join(__dirname, "..") : functionsFolder(), "templates");
