import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "../../cli/command";

/** With any other project id, code on the local stack would reach real services. */
export function requireDemoProject(projectId: string): void {
  if (/^demo-[a-z0-9-]{1,25}$/.test(projectId)) return;
  throw new Refusal(
    `The project id of a local stack begins with "demo-", so that nothing on it can reach a real project: not "${projectId}".`,
  );
}

/** Variables of a developer's environment that would lead the emulators to a real project. */
const notPassedOn = ["GOOGLE_APPLICATION_CREDENTIALS", "FIREBASE_TOKEN", "FIREBASE_CONFIG"];

/** The developer's environment without that. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !notPassedOn.includes(name)),
  );
}

/** In a folder that git ignores, for the log holds action links. */
export function logFileFor(root: string, projectId: string, portOffset: number): string {
  const folder = join(root, ".firebase");
  mkdirSync(folder, { recursive: true });
  // Two stacks of one clone may have the same project.
  return join(folder, portOffset === 0 ? `${projectId}.log` : `${projectId}-${portOffset}.log`);
}
