import { getCookie, setCookie } from "hono/cookie";
import * as fields from "../../../operation/fields";
import type { ApiContext } from "../context";

/** The only cookie that Firebase Hosting hands on to functions. */
const name = "__session";

/** A cookie lives 14 days, and every renewal sets it anew. */
const maxAge = 14 * 24 * 60 * 60;

/** Reads the refresh token in the cookie. One that can't be a refresh token counts as none. */
export function sessionCookie(c: ApiContext): string | undefined {
  return fields.refreshToken.safeParse(getCookie(c, name)).data;
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
