import type { MiddlewareHandler } from "hono";
import { requestIdOf } from "../../request-id";
import { logRequest } from "../../security-log";
import type { ApiEnv } from "../context";

/**
 * Gives every request an id, which its reply and its log lines name, and writes one log line about it, except for
 * `/auth/authorize`.
 */
export const requestLog: MiddlewareHandler<ApiEnv> = async (c, next) => {
  const begun = performance.now();
  const requestId = requestIdOf((name) => c.req.header(name));
  c.set("requestId", requestId);
  c.set("facts", {});
  await next();
  c.header("X-Request-Id", requestId);
  const { operation, code } = c.get("facts");
  // Pages call this every second, and it changes nothing.
  if (operation === "authorize" && code === undefined) return;
  const details = {
    method: c.req.method,
    // The pattern of the route, never the path itself: that may hold an address.
    route: c.get("route") ?? "none",
    status: c.res.status,
    durationMilliseconds: Math.round(performance.now() - begun),
  };
  logRequest({ requestId, ...c.get("facts") }, details);
};
