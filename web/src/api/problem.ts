import type { AuthErrorCode } from "../../../functions/src/errors";

/** The refusals that a person in front of a page can do something about. */
const tellable = [
  "invalid-request",
  "invalid-credentials",
  "second-factor-required",
  "not-allowed",
  "not-signed-in",
  "session-revoked",
  "refresh-token-invalid",
  "user-disabled",
  "sign-up-closed",
  "email-exists",
  "account-exists",
  "weak-password",
  "action-code-invalid",
  "action-code-expired",
  "too-many-attempts",
  "unavailable",
] as const satisfies readonly AuthErrorCode[];

/** What the pages have words for; everything else is `internal`. */
export type ProblemCode = (typeof tellable)[number] | "internal";

/** The API refused, or could not be reached (`unavailable`). */
export class Problem extends Error {
  override readonly name = "Problem";

  constructor(
    readonly code: ProblemCode,
    readonly retryAfterSeconds?: number,
  ) {
    super(code);
  }

  /** Whether the reason is one of these. */
  is(...codes: ProblemCode[]): boolean {
    return codes.includes(this.code);
  }
}

/** Reads a reply that is not a success. Its own text is for developers and goes no further. */
export async function toProblem(reply: Response): Promise<Problem> {
  const body = (await reply.json().catch(() => undefined)) as ErrorBody | undefined;
  const { code, retryAfterSeconds } = body?.error?.details ?? {};
  const known = tellable.find((each) => each === code);
  // Whatever stands before the API answers without a code when it can't reach it.
  const silent = reply.status >= 502 ? "unavailable" : "internal";
  return new Problem(known ?? silent, retryAfterSeconds);
}

interface ErrorBody {
  error?: { details?: { code?: string; retryAfterSeconds?: number } };
}
