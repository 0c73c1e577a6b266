import { firebaseTokenVerifier } from "../../src/access/tokens/firebase-token-verifier";
import { googleSigningKeys, type SigningKeys } from "../../src/access/tokens/signing-keys";
import type { TokenVerifier } from "../../src/access/token-verifier";
import { idTokenClaims, projectId, signIdToken, testKey } from "./id-tokens";
import { type KeyServer, keyServer } from "./key-server";

export const key = testKey();
export const anotherKey = testKey("key-2");

/** When each test begins, in milliseconds since 1970. */
export const start = Date.UTC(2026, 0, 1, 12);
/** The same in seconds, as tokens say it. */
export const iat = start / 1000;

/** A verifier, the hands of its clocks, and the server of its keys. */
export function setUp(options: { maxRemembered?: number } = {}): {
  time: { now: number; monotonic: number };
  server: KeyServer;
  keys: SigningKeys;
  verifier: TokenVerifier;
} {
  const time = { now: start, monotonic: 0 };
  const server = keyServer(key);
  const keys = googleSigningKeys({ fetch: server.fetch, monotonicNow: () => time.monotonic });
  const now = () => time.now;
  const verifier = firebaseTokenVerifier({ projectId, keys, now, ...options });
  return { time, server, keys, verifier };
}

/** A token of Ada's that is good when the test begins, but for what is named. */
export const token = (
  claims: Record<string, unknown> = {},
  header: Record<string, unknown> = {},
): string => signIdToken(claims, { key, header, now: start });

export const headerOf = (alg: unknown): string => JSON.stringify({ alg, kid: key.kid, typ: "JWT" });

/** What a good token claims, as text. */
export const payload = JSON.stringify(idTokenClaims({}, start));
