import type { Session } from "../identity/sign-in";

const mark = "1.";

/**
 * Makes the refresh token that clients get: Firebase's own, and whose it is. When Firebase refuses it,
 * which does not say whose it was, the live state can still hear of what was done to the account.
 */
export function sealRefreshToken({
  uid,
  refreshToken,
}: Pick<Session, "uid" | "refreshToken">): string {
  return `${mark}${Buffer.from(uid).toString("base64url")}.${refreshToken}`;
}

/**
 * Takes a refresh token apart. The uid proves nothing: it is only where to look. Firebase's own tokens,
 * as its SDKs have them, are taken as they are.
 */
export function openRefreshToken(text: string): { uid: string | undefined; token: string } {
  const end = text.startsWith(mark) ? text.indexOf(".", mark.length) : -1;
  if (end < 0) return { uid: undefined, token: text };
  const uid = Buffer.from(text.slice(mark.length, end), "base64url").toString("utf8");
  return { uid: /^[^/]{1,128}$/.test(uid) ? uid : undefined, token: text.slice(end + 1) };
}

/** Says whether a text has the form of what `sealRefreshToken` makes. */
export const looksLikeRefreshToken = (text: string): boolean =>
  /^1\.[\w-]{1,700}\.\S+$/.test(text) && text.length <= 3500;
