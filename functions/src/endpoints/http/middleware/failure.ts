import type { ContentfulStatusCode } from "hono/utils/http-status";
import { codeOf, logFailure, toHttpsError } from "../../wire";
import type { ApiContext } from "../context";

/** Replies to a failure, in the shape that callables have, too. */
export function replyToFailure(error: unknown, c: ApiContext): Response {
  logFailure(error, { requestId: c.get("requestId") });
  c.set("facts", { ...c.get("facts"), code: codeOf(error) });
  const failure = toHttpsError(error);
  const status = failure.httpErrorCode.status as ContentfulStatusCode;
  const { retryAfterSeconds } = failure.details as Details;
  if (retryAfterSeconds !== undefined) c.header("Retry-After", String(retryAfterSeconds));
  if (status === 401) c.header("WWW-Authenticate", "Bearer");
  return c.json({ error: failure.toJSON() }, status);
}

interface Details {
  retryAfterSeconds?: number;
}
