import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Project } from "../project";
import type { Running } from "../running";

/** The package's command, in a project whose functions depend on it. */
export const bin = "functions/node_modules/.bin/firebase-auth-backend";

/** Runs it on a project in the emulators. Asynchronous, for Firestore runs in this process. */
export async function onStack(
  project: Project,
  { stack: { projectId, offset } }: Running,
  ...command: string[]
): Promise<string> {
  process.stdout.write(`$ npx firebase-auth-backend ${command.join(" ")}\n`);
  const { stdout } = await promisify(execFile)(
    project.path(bin),
    [...command, "--project", projectId, "--port-offset", String(offset)],
    { cwd: project.folder },
  );
  return stdout;
}
