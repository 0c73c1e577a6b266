import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { asTyped, parseOptions, Refusal } from "../command";
import { functionsFolder, projectFolder } from "../project/place";
import { deployParameters } from "../project/parameters";
import type { Finding } from "../check-deploy/check";
import { projectFiles } from "../check-deploy/firestore/files";
import { askAPerson, checkParameters } from "../check-deploy/parameters";
import { checkProject } from "../check-deploy/project";
import { runtimeFinding } from "../check-deploy/runtime";
import { toolsFor } from "../check-deploy/tools";

const marks = {
  ok: "ok      ",
  missing: "MISSING ",
  unknown: "unknown ",
  ask: "check   ",
} as const;

export async function main(args: string[]): Promise<void> {
  const options = parseOptions(
    args,
    { project: { type: "string" }, offline: { type: "boolean", default: false } },
    "check-deploy",
  );
  const project = options.project ?? defaultProject();
  if (project.startsWith("demo-")) {
    throw new Refusal(
      `${project} is the local stack's. Name your project: --project <id>, or "npx firebase use --add" once.`,
    );
  }
  const findings: Finding[] = [
    // First of all whether anybody is signed in: without, little can be said.
    ...(options.offline ? [] : await checkDeployed(project)),
    runtimeFinding(projectFolder(), functionsFolder()),
    ...checkParameters(project),
    ...askAPerson,
  ];
  for (const { state, what, fix } of findings) {
    console.log(`${marks[state]} ${asTyped(what)}`);
    if (fix !== undefined) console.log(`         ${asTyped(fix)}`);
  }
  const count = (wanted: Finding["state"]) =>
    findings.filter(({ state }) => state === wanted).length;
  const [missing, unknown] = [count("missing"), count("unknown")];
  if (missing + unknown > 0) {
    throw new Refusal(
      `For ${project}, ${missing} missing and ${unknown} that could not be checked.`,
    );
  }
  console.log(`Nothing is missing for ${project} that a command can tell.`);
}

function defaultProject(): string {
  const file = join(projectFolder(), ".firebaserc");
  if (!existsSync(file)) return "demo-auth";
  const { projects } = JSON.parse(readFileSync(file, "utf8")) as {
    projects?: { default?: string };
  };
  return projects?.default ?? "demo-auth";
}

function checkDeployed(project: string): Promise<Finding[]> {
  const parameters = deployParameters(project);
  const files = projectFiles(projectFolder(), parameters.FIRESTORE_DATABASE ?? "(default)");
  return checkProject({ project, parameters, files }, toolsFor(project));
}
