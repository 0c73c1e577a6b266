import type { MiddlewareHandler } from "hono";
import { version } from "../../../version";
import type { ApiEnv } from "../context";

/** JSON is not a page: nothing in it may load, run or be framed. */
const nothing = "default-src 'none'; frame-ancestors 'none'";

/** Headers that keep a browser from doing anything with a reply except handing it to the script that asked. */
export const safeHeaders: MiddlewareHandler<ApiEnv> = async (c, next) => {
  c.header("X-Version", version);
  c.header("X-Content-Type-Options", "nosniff");
  c.header("X-Frame-Options", "DENY");
  c.header("Referrer-Policy", "no-referrer");
  c.header("Content-Security-Policy", nothing);
  c.header("Cache-Control", "no-store");
  if (c.get("options").deployed) c.header("Strict-Transport-Security", "max-age=31536000");
  await next();
};
