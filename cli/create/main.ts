#!/usr/bin/env node
// `npm create firebase-auth-backend <folder>`, bundled: makes a project that depends on the package.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import { Refusal } from "../command";
import { writeProject } from "./project";

const usage = `Usage: npm create firebase-auth-backend@latest <folder> -- [--yes] [--project <id>] [--name <name>] [--no-install]

Makes a Firebase project with accounts: pages, functions with a guarded example, security rules, parameters, npm start and
npm test. Asks for the id of the Firebase project and for the app's name; --yes takes the folder's name for both.`;

async function main(args: string[]): Promise<void> {
  const { values, positionals } = parse(args);
  const [target, ...more] = positionals;
  if (values.help || target === undefined || more.length > 0) {
    console.log(usage);
    if (!values.help) process.exitCode = 1;
    return;
  }
  const folder = resolve(target);
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new Refusal(`${folder} is not empty.`);
  }
  const usual = { project: projectIdOf(basename(folder)), name: basename(folder) };
  const asks = !values.yes && process.stdin.isTTY;
  const project =
    values.project ?? (asks ? await ask("Firebase project id", usual.project) : usual.project);
  const name = values.name ?? (asks ? await ask("Name of the app", usual.name) : usual.name);
  writeProject({ folder, project, name, template: join(__dirname, "template") });
  if (!values["no-install"]) {
    for (const prefix of [folder, join(folder, "functions")]) install(prefix);
  }
  console.log(`\nMade ${target}. Now:\n  cd ${target}\n  npm start`);
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        yes: { type: "boolean", short: "y", default: false },
        project: { type: "string" },
        name: { type: "string" },
        "no-install": { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
  } catch (error) {
    throw new Refusal(`${(error as Error).message}\n\n${usage}`);
  }
}

/** A name that Firebase would take as a project's id. */
const projectIdOf = (name: string) =>
  `${name.toLowerCase().replace(/[^a-z0-9]+/g, "-")}-app`.replace(/^[^a-z]+/, "").slice(0, 30);

async function ask(question: string, usual: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`${question} (${usual}): `);
  terminal.close();
  return answer.trim() || usual;
}

function install(prefix: string): void {
  const args = ["install", "--no-audit", "--no-fund", "--ignore-scripts"];
  const { status } = spawnSync("npm", args, {
    cwd: prefix,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new Refusal(`npm install did not succeed in ${prefix}.`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Refusal ? error.message : error);
  process.exitCode = 1;
});
