import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "../command";
import { ownFiles } from "../init/own-files";
import { planFor } from "../init/plan";
import { putName } from "./placeholder";

export interface NewProject {
  folder: string;
  /** The Firebase project's id. */
  project: string;
  /** The app's name, as users know it. */
  name: string;
  /** The folder of what it is copied from. */
  template: string;
}

/** Writes a new project. @throws {Refusal} For an id or a name that can't be one. */
export function writeProject({ folder, project, name, template }: NewProject): void {
  if (!/^[a-z][a-z0-9-]{4,28}[a-z0-9]$/.test(project)) {
    throw new Refusal(
      `"${project}" can't be the id of a Firebase project: 6 to 30 of a-z, 0-9, -.`,
    );
  }
  if (!/^[^\p{Cc}\uE000\uE001"]{1,100}$/u.test(name)) {
    throw new Refusal("The app's name has 1 to 100 characters, no quotation mark among them.");
  }
  mkdirSync(folder, { recursive: true });
  cpSync(template, folder, { recursive: true });
  // npm packs no file of that name.
  renameSync(join(folder, "gitignore"), join(folder, ".gitignore"));
  write(join(folder, ".firebaserc"), JSON.stringify({ projects: { default: project } }, null, 2));
  write(join(folder, "functions/.env"), parametersOf(project, name));
  const pages = join(folder, "public");
  for (const file of readdirSync(pages, { recursive: true, encoding: "utf8" })) {
    if (!/\.(html|js)$/.test(file)) continue;
    const page = join(pages, file);
    writeFileSync(page, putName(readFileSync(page, "utf8"), name, page.endsWith(".html")));
  }
  for (const { path, after } of planFor(folder, ownFiles(), {}).changes) {
    writeFileSync(join(folder, path), after);
  }
}

const write = (file: string, text: string) => writeFileSync(file, `${text.trimEnd()}\n`);

/** Everything that must be set but the API key, which Firebase makes with the project. */
function parametersOf(project: string, name: string): string {
  const site = `https://${project}.web.app`;
  return `# What each means, and what else may be set: functions/node_modules/firebase-auth-backend/README.md
# WEB_API_KEY is under Project settings › General.
WEB_API_KEY=
MAIL_FROM=no-reply@${project}.firebaseapp.com
ACTION_URL=${site}/auth/action
ALLOWED_ORIGINS=${site},https://${project}.firebaseapp.com
APP_NAME="${name}"`;
}
