import { randomUUID } from "node:crypto";
import * as logger from "firebase-functions/logger";
import type { MiddlewareHandler } from "hono";
import type { ApiEnv } from "../context";

/**
 * Gives every request an id, which its reply and its log lines name, and writes one line about it:
 * nothing that a client sent is in there but the method.
 */
export const requestLog: MiddlewareHandler<ApiEnv> = async (c, next) => {
  const begun = performance.now();
  const requestId =
    traceId(c.req.header("traceparent"), c.req.header("x-cloud-trace-context")) ?? randomUUID();
  c.set("requestId", requestId);
  await next();
  c.header("X-Request-Id", requestId);
  logger.info("request", {
    requestId,
    method: c.req.method,
    route: c.get("route") ?? "none",
    status: c.res.status,
    durationMilliseconds: Math.round(performance.now() - begun),
    uid: c.get("uid") ?? null,
  });
};

const noTrace = "0".repeat(32);

/** The id of the trace that a request is part of, if a header names one in its well-formed way. */
function traceId(traceparent = "", cloudTraceContext = ""): string | undefined {
  const id =
    /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/.exec(traceparent)?.[1] ??
    /^([0-9a-f]{32})(?:\/\d{1,20}(?:;o=\d)?)?$/i.exec(cloudTraceContext)?.[1];
  return id === noTrace ? undefined : id?.toLowerCase();
}
