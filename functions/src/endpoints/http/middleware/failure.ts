import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { AuthErrorCode } from "../../../errors";
import { toHttpsError } from "../../wire";
import type { ApiContext } from "../context";

/** Replies to a failure, in the shape that callables have, too. */
export function replyToFailure(error: unknown, c: ApiContext): Response {
  const failure = toHttpsError(error, { requestId: c.get("requestId") });
  const status = failure.httpErrorCode.status as ContentfulStatusCode;
  const { retryAfterSeconds } = failure.details as Details;
  if (retryAfterSeconds !== undefined) c.header("Retry-After", String(retryAfterSeconds));
  if (status === 401) c.header("WWW-Authenticate", "Bearer");
  return c.json({ error: failure.toJSON() }, status);
}

interface Details {
  code: AuthErrorCode;
  retryAfterSeconds?: number;
}
