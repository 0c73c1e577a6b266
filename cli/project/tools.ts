import type { Finding } from "./readiness";

/** Runs a command and returns what it printed; rejects when it fails. */
export type Run = (command: string, args: string[]) => Promise<string>;

/** A tool has looked, and did not find it. */
export class Missing extends Error {}

/** Runs a tool's checks if it reaches the project; otherwise says why none was run. */
export async function asked(
  what: string,
  obstacle: string | undefined,
  checks: readonly (() => Promise<Finding>)[],
): Promise<Finding[]> {
  if (obstacle !== undefined) {
    return [{ state: "unknown", what: `${what}: ${obstacle} (${checks.length} checks not made)` }];
  }
  return [{ state: "ok", what }, ...(await Promise.all(checks.map((check) => check())))];
}

/** Distinguishes what is missing from what could not be checked. */
export async function found(what: string, check: () => Promise<void>): Promise<Finding> {
  try {
    await check();
    return { state: "ok", what };
  } catch (error) {
    if (error instanceof Missing) return { state: "missing", what };
    const reason = firstLine(error);
    return /NOT_FOUND|not found|404/i.test(reason)
      ? { state: "missing", what }
      : { state: "unknown", what: `${what}: ${reason}` };
  }
}

/** Why a command failed, `undefined` when it didn't. */
export const reasonOf = (command: Promise<unknown>): Promise<string | undefined> =>
  command.then(() => undefined, firstLine);

/** The first line of what a failed command said. */
function firstLine(error: unknown): string {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") {
    return "it is not installed here";
  }
  const { stderr = "", message } = error as { stderr?: string; message: string };
  const [line = message] = stderr.split("\n").filter((each) => each.trim() !== "");
  return line.trim();
}
