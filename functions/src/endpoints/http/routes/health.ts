import { createHash, timingSafeEqual } from "node:crypto";
import { bearerToken } from "../../../access/bearer";
import { AuthError } from "../../../errors";
import type { ApiContext } from "../context";
import { bearer, jsonReply, refusals } from "../openapi/describe";
import { healthDto } from "../openapi/schemas";
import { endpoint } from "../route";

const tags = ["about"];
const ok = { status: "ok" } as const;

export const health = endpoint(
  {
    method: "get",
    path: "/health",
    operationId: "health",
    tags,
    summary: "Say that the function is up",
    responses: { 200: jsonReply("It can.", healthDto, ok), ...refusals() },
  },
  (c) => {
    // Fails where a parameter is missing or wrong, for nothing else would be served.
    c.get("options").ports();
    return Promise.resolve(c.json(ok));
  },
);

export const ready = endpoint(
  {
    method: "get",
    path: "/health/ready",
    operationId: "ready",
    tags,
    summary: "Say whether what the function needs can be reached",
    description:
      "Looks at Firestore, Firebase Auth and the task queue, at most once in 5 seconds. Those that can't be used are named in `details.away`: `firestore`, `auth`, `queue`. Where the parameter `READY_TOKEN` is set, it must be the bearer token.",
    security: [...bearer, {}],
    responses: {
      200: jsonReply("Everything can.", healthDto, ok),
      ...refusals("not-signed-in", "token-invalid"),
    },
  },
  async (c) => {
    requireReadyToken(c);
    const { readiness } = c.get("options").ports();
    const reasons = await readiness.away();
    const away = Object.keys(reasons);
    if (away.length === 0) return c.json(ok);
    throw new AuthError("unavailable", `Can't be reached: ${away.join(", ")}.`, {
      cause: reasons,
      details: { away },
    });
  },
);

/** Lets in everybody, or only those who send the token if `READY_TOKEN` is set. */
export function requireReadyToken(c: ApiContext): void {
  const wanted = c.get("options").ports().settings.readyToken;
  if (wanted === "") return;
  const given = bearerToken(c.req.header("authorization"));
  if (given === undefined) throw new AuthError("not-signed-in", "Needs the token of READY_TOKEN.");
  // Of equal length, and so compared in constant time.
  if (!timingSafeEqual(digest(given), digest(wanted))) {
    throw new AuthError("token-invalid", "This is not the token of READY_TOKEN.");
  }
}

const digest = (text: string) => createHash("sha256").update(text).digest();
