import { setCookie } from "hono/cookie";
import { parse } from "hono/utils/cookie";
import { AuthError } from "../../../errors";
import type { ApiContext } from "../context";

/** The only cookie that Firebase Hosting hands on to functions. */
const name = "__session";

/** What the cookie holds. */
export interface SessionCookie {
  /** `undefined` after signing out. */
  readonly refreshToken: string | undefined;
  /** Stays when its user signs out. */
  readonly deviceToken: string | undefined;
  /** Whether it outlives the browser's own session. */
  readonly lasting: boolean;
}

const none: SessionCookie = { refreshToken: undefined, deviceToken: undefined, lasting: true };

/** A refresh token, if there is one; whether the cookie is kept or goes with the browser's session; a device token. */
const shape = /^(?:(2(?:\.[\w-]+){5})\.)?([kb])\.(1(?:\.[\w-]+){3})$/;

/**
 * Reads the cookie. What can't be ours is passed over: a sibling domain can set a cookie of the same name beside it.
 * Of two with a refresh token, nobody can say which is ours.
 *
 * @throws {AuthError} `refresh-token-invalid` for two, after clearing the cookie.
 */
export function readSessionCookie(c: ApiContext): SessionCookie {
  const [cookie = none, another] = found(c);
  if (another === undefined) return cookie;
  clearSessionCookie(c, none);
  throw new AuthError("refresh-token-invalid");
}

/** Reads the cookie where a bad one must not cause a refusal: of two with a refresh token, neither is used. */
export function readFormerCookie(c: ApiContext): SessionCookie {
  const [cookie = none, another] = found(c);
  return another === undefined ? cookie : none;
}

/** The cookies with a refresh token; where there are none, one without. */
function found(c: ApiContext): SessionCookie[] {
  const pairs = (c.req.header("cookie") ?? "").split(";");
  const values = new Set(pairs.flatMap((pair) => Object.values(parse(pair, name))));
  const cookies = [...values].flatMap((value) => parsed(value) ?? []);
  const sessions = cookies.filter(({ refreshToken }) => refreshToken !== undefined);
  return sessions.length > 0 ? sessions : cookies.slice(0, 1);
}

function parsed(value: string): SessionCookie | undefined {
  const [whole, refreshToken, life, deviceToken] =
    value.length > 4096 ? [] : (shape.exec(value) ?? []);
  return whole === undefined ? undefined : { refreshToken, deviceToken, lasting: life === "k" };
}

/** Sets the cookie of a session. */
export function setSessionCookie(c: ApiContext, cookie: SessionCookie): void {
  const { refreshToken, deviceToken, lasting } = cookie;
  const parts = [refreshToken, lasting ? "k" : "b", deviceToken];
  const days = c.get("options").ports().settings.sessionIdleDays;
  set(
    c,
    parts.filter((part) => part !== undefined).join("."),
    lasting ? days * 24 * 60 * 60 : undefined,
  );
}

/** Removes the refresh token from the cookie. The device token stays. */
export function clearSessionCookie(c: ApiContext, cookie: SessionCookie): void {
  if (cookie.deviceToken === undefined) set(c, "", 0);
  else setSessionCookie(c, { ...cookie, refreshToken: undefined });
}

/** @param seconds - `undefined`: until the browser's session ends. */
function set(c: ApiContext, value: string, seconds: number | undefined): void {
  // Hosting takes the cookie out of replies that do not say that they are private.
  c.header("Cache-Control", "private, no-store");
  setCookie(c, name, value, {
    httpOnly: true,
    sameSite: "Strict",
    path: "/",
    ...(seconds !== undefined && { maxAge: seconds }),
    secure: c.get("options").deployed,
  });
}
