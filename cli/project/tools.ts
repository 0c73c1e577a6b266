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

/**
 * Distinguishes what is missing from what could not be checked.
 *
 * @param fix - the command that brings it.
 */
export async function found(
  what: string,
  check: () => Promise<void>,
  fix?: string,
): Promise<Finding> {
  const missing: Finding = { state: "missing", what, ...(fix !== undefined && { fix }) };
  try {
    await check();
    return { state: "ok", what };
  } catch (error) {
    if (error instanceof Missing) return missing;
    const reason = firstLine(error);
    return /NOT_FOUND|not found|404/i.test(reason)
      ? missing
      : { state: "unknown", what: `${what}: ${reason}` };
  }
}

/** Why nobody is signed in to a tool, `undefined` when somebody is; it prints the accounts, one a line. */
export async function signInObstacle(
  accounts: Promise<string>,
  command: string,
): Promise<string | undefined> {
  const [reason, printed] = await Promise.all([reasonOf(accounts), accounts.catch(() => "")]);
  return reason ?? (printed.includes("@") ? undefined : `nobody is signed in: ${command}`);
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
