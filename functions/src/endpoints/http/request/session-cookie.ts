import { setCookie } from "hono/cookie";
import { parse } from "hono/utils/cookie";
import { looksLikeRefreshToken } from "../../../accounts/refresh-token";
import { AuthError } from "../../../errors";
import type { ApiContext } from "../context";

/** The only cookie that Firebase Hosting hands on to functions. */
const name = "__session";

/** A cookie lives 14 days, and every renewal sets it anew. */
const maxAge = 14 * 24 * 60 * 60;

/**
 * Reads the refresh token in the cookie. What can't be one is passed over: a sibling domain can set a
 * cookie of the same name beside ours. Of two that can be, nobody can say which is ours.
 *
 * @throws {AuthError} `refresh-token-invalid` for two, after clearing the cookie.
 */
export function readSessionCookie(c: ApiContext): string | undefined {
  const [token, another] = new Set(cookies(c).filter(looksLikeRefreshToken));
  if (another === undefined) return token;
  clearSessionCookie(c);
  throw new AuthError("refresh-token-invalid");
}

/** Every value of the cookie. Hono gives one alone. */
function cookies(c: ApiContext): string[] {
  const pairs = (c.req.header("cookie") ?? "").split(";");
  return pairs.flatMap((pair) => Object.values(parse(pair, name)));
}

export function setSessionCookie(c: ApiContext, refreshToken: string): void {
  set(c, refreshToken, maxAge);
}

export function clearSessionCookie(c: ApiContext): void {
  set(c, "", 0);
}

function set(c: ApiContext, value: string, seconds: number): void {
  // Hosting takes the cookie out of replies that do not say that they are private.
  c.header("Cache-Control", "private, no-store");
  setCookie(c, name, value, {
    httpOnly: true,
    sameSite: "Strict",
    path: "/",
    maxAge: seconds,
    secure: c.get("options").deployed,
  });
}
