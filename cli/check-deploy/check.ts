/** One thing that a deploy needs: present, missing, not checked for some reason, or for a person to check. */
export interface Finding {
  state: "ok" | "missing" | "unknown" | "ask";
  what: string;
  /** The command that brings what is missing, or that lets it be asked. */
  fix?: string;
}

/** A question to a tool, and what can be asked only where its answer is good. */
export interface Check {
  what: string;
  /**
   * Asks. What it returns is told beside `what`.
   *
   * @throws {Missing} Where the tool has looked and did not find it.
   * @throws {Obstacle} Where nothing can be asked before a person has done something.
   */
  look: () => Promise<string | undefined>;
  /** The command that brings what is missing. */
  fix?: string;
  /** Whether only the team knows if it needs it: then it is never reported as missing. */
  optional?: boolean;
  then?: readonly Check[];
}

/** A tool has looked, and did not find it: what it saw instead, and another command than the check's to mend it. */
export class Missing extends Error {
  constructor(
    message = "",
    readonly fix?: string,
  ) {
    super(message);
  }
}

/** Nothing can be asked before a person has run a command. */
export class Obstacle extends Error {
  constructor(
    message: string,
    readonly fix: string,
  ) {
    super(message);
  }
}

/** Asks, and then what can be asked if all is well; otherwise says how much was not. */
export async function answer(check: Check): Promise<Finding[]> {
  const finding = await find(check);
  const { then = [] } = check;
  if (finding.state === "ok") {
    const answers = await Promise.all(then.map(answer));
    return [finding, ...answers.flat()];
  }
  const count = size(then);
  return [
    count === 0 ? finding : { ...finding, what: `${finding.what} (${count} checks not made)` },
  ];
}

const size = (checks: readonly Check[]): number =>
  checks.reduce((sum, { then = [] }) => sum + 1 + size(then), 0);

async function find({ what, look, fix, optional = false }: Check): Promise<Finding> {
  try {
    return { state: "ok", what: withReason(what, (await look()) ?? "") };
  } catch (error) {
    const isMissing = error instanceof Missing || isNotFound(error);
    const reason = withReason(what, error instanceof Missing ? error.message : reasonOf(error));
    if (!isMissing) {
      const mended = error instanceof Obstacle ? { fix: error.fix } : {};
      return { state: "unknown", what: reason, ...mended };
    }
    const command = (error instanceof Missing ? error.fix : undefined) ?? fix;
    return {
      state: optional ? "ask" : "missing",
      what: error instanceof Missing ? reason : what,
      ...(command !== undefined && { fix: command }),
    };
  }
}

const withReason = (what: string, reason: string) => (reason === "" ? what : `${what}: ${reason}`);

const isNotFound = (error: unknown) =>
  !(error instanceof Obstacle) && /NOT_FOUND\b|not found|\b404\b/i.test(reasonOf(error));

/** What a failed command said first, or why it could not be run. */
export function reasonOf(error: unknown): string {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") {
    return "it is not installed here";
  }
  const { stdout = "", stderr = "", message } = error as Error & Printed;
  // The Firebase CLI prints its reason as JSON where JSON was asked for.
  const [, reason] = /"error": "(.*)"/.exec(stdout) ?? [];
  const [line = message] = stderr.split("\n").filter((each) => each.trim() !== "");
  return (reason ?? line).trim();
}

/** What a failed command had printed. */
interface Printed {
  stdout?: string;
  stderr?: string;
}
