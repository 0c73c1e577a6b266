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
  "fresh-sign-in-required",
  "password-not-set",
  "session-not-found",
  "user-not-found",
  "changed-meanwhile",
  "unavailable",
] as const satisfies readonly AuthErrorCode[];

/** What the pages have words for; everything else is `internal`. */
export type ProblemCode = (typeof tellable)[number] | "internal";

/** Why a password is too weak. */
const weaknesses = ["too-short", "common", "personal", "breached", "policy"] as const;

export type Weakness = (typeof weaknesses)[number];

/** What a reply says beside the code. */
export interface ProblemDetails {
  /** The fields that were refused, by the API's names. */
  fields?: readonly string[];
  /** Of a `weak-password`. */
  weakness?: Weakness;
  retryAfterSeconds?: number;
  /** Names the request to whoever runs the service. */
  requestId?: string;
}

/** The API refused, or could not be reached (`unavailable`). */
export class Problem extends Error {
  override readonly name = "Problem";

  constructor(
    readonly code: ProblemCode,
    readonly details: ProblemDetails = {},
  ) {
    super(code);
  }

  /** Whether the reason is one of these. */
  is(...codes: ProblemCode[]): boolean {
    return codes.includes(this.code);
  }

  /** Whether there is no session any more, so that nothing but signing in helps. */
  get endsSession(): boolean {
    return this.is("session-revoked", "refresh-token-invalid", "not-signed-in", "user-disabled");
  }
}

/** Reads a reply that is not a success. Its own text is for developers; only the fields' names are taken from it. */
export async function toProblem(
  reply: Pick<Response, "headers" | "status"> & { json(): Promise<unknown> },
): Promise<Problem> {
  const body = (await reply.json().catch(() => undefined)) as ErrorBody | undefined;
  const { message = "", details: { code, reason, retryAfterSeconds } = {} } = body?.error ?? {};
  const known = tellable.find((each) => each === code);
  // Whatever stands before the API answers without a code when it can't reach it.
  const silent = reply.status >= 502 ? "unavailable" : "internal";
  const weakness = weaknesses.find((each) => each === reason);
  const requestId = reply.headers.get("x-request-id");
  return new Problem(known ?? silent, {
    ...(code === "invalid-request" && { fields: fieldsIn(message) }),
    ...(weakness && { weakness }),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    ...(requestId !== null && { requestId }),
  });
}

/** `email: must be …; firstName: must be …` names two. */
function fieldsIn(message: string): string[] {
  return message.split("; ").flatMap((flaw) => /^(\w+): /.exec(flaw)?.[1] ?? []);
}

interface ErrorBody {
  error?: {
    message?: string;
    details?: { code?: string; reason?: string; retryAfterSeconds?: number };
  };
}
