import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { parseOptions, Refusal } from "../command";
import {
  askAPerson,
  checkParameters,
  checkProject,
  type Finding,
  type Run,
} from "../project/readiness";

const help = `
Usage: npm run check:deploy -- [options]

Checks what a deploy needs and says what is missing. Exits with code 1 if something is.

  --project <id>   The project. Default: the default alias of .firebaserc.
  --offline        Checks only what can be checked on this machine.
`;

const marks = { ok: "ok      ", missing: "MISSING ", ask: "check   " } as const;

export async function main(args: string[]): Promise<void> {
  const options = parseOptions(
    args,
    { project: { type: "string" }, offline: { type: "boolean", default: false } },
    help,
  );
  const project = options.project ?? defaultProject();
  if (project.startsWith("demo-")) {
    throw new Refusal(
      `${project} is the local stack's. Name your project: --project <id>, or "npx firebase use --add" once.`,
    );
  }
  const findings: Finding[] = [
    ...checkParameters(project),
    ...(options.offline ? [] : await checkProject(project, run)),
    ...askAPerson,
  ];
  for (const { state, what } of findings) console.log(`${marks[state]} ${what}`);
  const missing = findings.filter(({ state }) => state === "missing").length;
  if (missing > 0) throw new Refusal(`${missing} missing for ${project}.`);
  console.log(`Nothing is missing for ${project} that a command can tell.`);
}

function defaultProject(): string {
  const file = join(__dirname, "../../.firebaserc");
  const { projects } = JSON.parse(readFileSync(file, "utf8")) as {
    projects?: { default?: string };
  };
  return projects?.default ?? "demo-auth";
}

const run: Run = async (command, args) => {
  const { stdout } = await promisify(execFile)(command, args, { timeout: 60_000 });
  return stdout;
};
