import type { MiddlewareHandler } from "hono";
import { AuthError } from "../../../errors";
import type { ApiContext, ApiEnv } from "../context";

const readingMethods: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

/** What pages of other origins may read beside the body. */
const exposedHeaders = "ETag, Link, Retry-After, X-Request-Id, X-Version";

/** Seconds for which a browser may keep the answer to a preflight request; no browser keeps it longer. */
const preflightSeconds = "7200";

/**
 * Lets pages of `ALLOWED_ORIGINS` read replies, and refuses what pages of any other origin would change,
 * cookie or not. Browsers say where a request comes from by `Origin`, some older ones only by
 * `Sec-Fetch-Site`; other clients say nothing.
 */
export const origins: MiddlewareHandler<ApiEnv> = async (c, next) => {
  c.header("Vary", "Origin");
  const origin = c.req.header("origin");
  const allowed = origin !== undefined && isAllowed(origin, c);
  if (allowed) {
    c.header("Access-Control-Allow-Origin", origin);
    c.header("Access-Control-Allow-Credentials", "true");
    c.header("Access-Control-Expose-Headers", exposedHeaders);
  }
  const foreign = origin === undefined ? c.req.header("sec-fetch-site") === "cross-site" : !allowed;
  if (foreign && !readingMethods.has(c.req.method)) {
    throw new AuthError("not-allowed", "Pages of this origin may not do this.");
  }
  await next();
};

/** Answers a preflight request, in which a browser asks what a page may send. */
export function answerPreflight(c: ApiContext, methods: string): void {
  const origin = c.req.header("origin");
  if (origin === undefined || !isAllowed(origin, c)) return;
  c.header("Access-Control-Allow-Methods", methods);
  c.header(
    "Access-Control-Allow-Headers",
    "authorization, content-type, if-match, x-firebase-appcheck",
  );
  c.header("Access-Control-Max-Age", preflightSeconds);
}

function isAllowed(origin: string, c: ApiContext): boolean {
  const { deployed, ports } = c.get("options");
  return (!deployed && isLoopback(origin)) || ports().settings.allowedOrigins.includes(origin);
}

/** Whether an origin is a page of this very machine: on the local stack that is a developer's own web app. */
const isLoopback = (origin: string): boolean =>
  /^https?:\/\/(([a-z0-9-]+\.)*localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/.test(origin);
