import { randomBytes } from "node:crypto";
import { AuthError } from "../errors";
import type { AuthKeys } from "../auth-keys";

/** The contents of a refresh token. */
export interface RefreshToken {
  uid: string;
  /** `{second}-{random}`, the id of the session's document. */
  sessionId: string;
  /** Counts the tokens of a session, from 1. */
  generation: number;
  /** 32 random bytes that the server does not keep. */
  secret: Uint8Array;
}

const version = "2";
const purpose = "refresh-token";
const shape = /^2\.([\w-]{1,700})\.(\d{1,12}-[\w-]{16})\.([1-9]\d{0,8})\.([\w-]{43})\.([\w-]{43})$/;

/** A new secret for a refresh token. */
export const newSecret = (): Uint8Array => randomBytes(32);

/** Names a session by the second (since 1970) that it began in, which is its tokens' `auth_time`. */
export const newSessionId = (second: number): string =>
  `${second}-${randomBytes(12).toString("base64url")}`;

/** Says whether a text could name a session. */
export const isSessionId = (text: string): boolean => /^\d{1,12}-[\w-]{16}$/.test(text);

/** The second that a session began in. */
export const secondOf = (sessionId: string): number => Number.parseInt(sessionId, 10);

/**
 * Writes a refresh token as clients get it. The signature shows that an old token is genuine, although it is not
 * stored.
 */
export function writeRefreshToken(keys: AuthKeys, token: RefreshToken): string {
  const text = [
    version,
    Buffer.from(token.uid).toString("base64url"),
    token.sessionId,
    token.generation,
    Buffer.from(token.secret).toString("base64url"),
  ].join(".");
  return `${text}.${keys.sign(purpose, text)}`;
}

/**
 * Reads a refresh token, and checks that the server signed it.
 *
 * @throws {AuthError} `refresh-token-invalid` for anything else, Firebase's own tokens included.
 */
export function readRefreshToken(keys: AuthKeys, text: string): RefreshToken {
  const [, uid = "", sessionId = "", generation = "", secret = "", tag = ""] =
    shape.exec(text) ?? [];
  const signed = text.slice(0, text.lastIndexOf("."));
  if (tag === "" || !keys.verify(purpose, signed, tag))
    throw new AuthError("refresh-token-invalid", "The refresh token is not valid; sign in again.");
  return {
    uid: Buffer.from(uid, "base64url").toString("utf8"),
    sessionId,
    generation: Number(generation),
    secret: Buffer.from(secret, "base64url"),
  };
}
