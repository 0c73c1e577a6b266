import { createPrivateKey, createPublicKey, type KeyObject, sign } from "node:crypto";
import pairs from "./key-pairs.json";

/** The project that these tokens are for, unless their claims say otherwise. */
export const projectId = "demo-auth";

/** A key pair that signs ID tokens in Google's stead. */
export interface TestKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  /** The public half, as a JWK set holds it. */
  readonly jwk: Readonly<Record<string, unknown>>;
}

/**
 * Reads a key pair that is kept for tests and opens nothing: making one takes up to a second.
 *
 * @param kid - what it is called. Default: its name in the file.
 */
export function testKey(pair: keyof typeof pairs = "key-1", kid: string = pair): TestKey {
  const privateKey = createPrivateKey({ key: pairs[pair], format: "jwk" });
  const publicKey = createPublicKey(privateKey);
  const jwk = { ...publicKey.export({ format: "jwk" }), kid, use: "sig", alg: "RS256" };
  return { kid, jwk, privateKey, publicKey };
}

/** The claims of an ID token that was just made for Ada; `undefined` leaves one out. */
export function idTokenClaims(
  claims: Record<string, unknown> = {},
  now = Date.now(),
): Record<string, unknown> {
  const issuedAt = Math.floor(now / 1000);
  return {
    iss: `https://securetoken.google.com/${projectId}`,
    aud: projectId,
    auth_time: issuedAt,
    user_id: "ada",
    sub: "ada",
    iat: issuedAt,
    exp: issuedAt + 3600,
    email: "ada@example.com",
    email_verified: true,
    role: "User",
    firebase: { identities: { email: ["ada@example.com"] }, sign_in_provider: "password" },
    ...claims,
  };
}

export interface SignOptions {
  key: TestKey;
  /** Over those of Google's tokens; `undefined` leaves one out. */
  header?: Record<string, unknown>;
  /** When the token is made, in milliseconds since 1970. Default: now. */
  now?: number;
}

/** Makes an ID token with a real RS256 signature. */
export function signIdToken(
  claims: Record<string, unknown>,
  { key, header, now }: SignOptions,
): string {
  const parts = { alg: "RS256", kid: key.kid, typ: "JWT", ...header };
  return signJwt(JSON.stringify(parts), JSON.stringify(idTokenClaims(claims, now)), key);
}

/** Signs any header and payload, JSON or not, with RS256. */
export function signJwt(header: string | Buffer, payload: string | Buffer, key: TestKey): string {
  return signInput(`${base64url(header)}.${base64url(payload)}`, key);
}

/** Signs any text and appends the signature: for parts that no encoder makes. */
export function signInput(input: string, { privateKey }: TestKey): string {
  return `${input}.${base64url(sign("sha256", Buffer.from(input), privateKey))}`;
}

/** Makes an ID token as the Auth emulator does: with no signature. */
export function unsignedIdToken(
  claims: Record<string, unknown> = {},
  { header = {}, now }: Omit<SignOptions, "key"> = {},
): string {
  const parts = [{ alg: "none", typ: "JWT", ...header }, idTokenClaims(claims, now)];
  return `${parts.map((part) => base64url(JSON.stringify(part))).join(".")}.`;
}

export function base64url(data: string | Buffer): string {
  return Buffer.from(data as string).toString("base64url");
}
