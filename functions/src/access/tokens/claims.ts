import { lowerCased } from "../../email-address";
import { isDocumentId } from "../../users/document-id";
import { bindingClaim, type SessionBinding } from "../../identity/custom-tokens";
import type { VerifiedToken } from "../token-verifier";
import { isObject, type JsonObject } from "./jwt";
import { expired, invalid } from "./refusals";

export interface ClaimsOptions {
  /** The only project whose tokens are accepted. */
  projectId: string;
  /** Milliseconds since 1970. Default `Date.now`. */
  now?: () => number;
}

/** Seconds that Google's clock may be ahead of ours. It is never granted to `exp`. */
const leeway = 60;

/** The longest that an ID token lives, in seconds. Session cookies may live for two weeks. */
const maxLifetime = 3600;

/**
 * Makes the reader of an ID token's claims, by Firebase's rules
 * (https://firebase.google.com/docs/auth/admin/verify-id-tokens) and RFC 8725, section 3: it says
 * whom the token is for, and refuses what is not an ID token of this very project and this hour.
 * Tokens of a tenant are refused: the same user id may be somebody else there.
 *
 * What it reads throws an `AuthError`: `token-expired` if that is the only flaw, else `token-invalid`.
 *
 * @throws {TypeError} without a project id.
 */
export function claimsReader({ projectId, now = Date.now }: ClaimsOptions) {
  if (projectId === "") throw new TypeError('"projectId" must not be empty.');
  const issuer = `https://securetoken.google.com/${projectId}`;

  return function readClaims(claims: JsonObject): VerifiedToken {
    const { iss, aud, sub, email, role, firebase = {} } = claims;
    if (iss !== issuer) throw invalid('"iss" is not the issuer of this project\'s ID tokens');
    if (aud !== projectId) throw invalid('"aud" is not this project');
    // With a `/` it would name another user's document, or one that nobody writes and no revocation reaches.
    if (typeof sub !== "string" || !isDocumentId(sub)) throw invalid('"sub" is not a user id');
    if (!isObject(firebase) || "tenant" in firebase) throw invalid("it belongs to a tenant");

    const latest = now() / 1000 + leeway;
    const ownEnd = seconds(claims, "exp");
    const issuedAt = seconds(claims, "iat");
    const authTime = seconds(claims, "auth_time");
    if (issuedAt > latest) throw invalid('"iat" is in the future');
    if ("nbf" in claims && seconds(claims, "nbf") > latest) throw invalid('"nbf" is in the future');
    if (authTime > latest) throw invalid('"auth_time" is in the future');
    if (authTime > issuedAt + leeway) throw invalid('"auth_time" is later than "iat"');
    if (ownEnd <= issuedAt) throw invalid('"exp" is not later than "iat"');
    if (ownEnd - issuedAt > maxLifetime) throw invalid("it lives for more than an hour");
    // A custom token of ours is worth no more than the access token beside it, whatever Firebase makes of it.
    const { began, until } = bindingOf(claims) ?? { began: authTime, until: ownEnd };
    const expiresAt = Math.min(ownEnd, until);
    if (hasExpired(expiresAt, now)) throw expired();

    return Object.freeze({
      uid: sub,
      authTime: Math.min(authTime, began),
      issuedAt,
      expiresAt,
      email: typeof email === "string" ? lowerCased(email) : null,
      emailVerified: claims.email_verified === true,
      role: typeof role === "string" ? role : null,
      secondFactor: secondFactorOf(firebase),
    });
  };
}

/** Heeded whatever the token says of how its user signed in: it can only take away. */
function bindingOf({ [bindingClaim]: binding }: JsonObject): SessionBinding | undefined {
  if (binding === undefined) return undefined;
  if (!isObject(binding)) throw invalid(`"${bindingClaim}" is not a binding`);
  return { began: seconds(binding, "began"), until: seconds(binding, "until") };
}

/** Firebase names the kind only where a second factor was asked for. */
function secondFactorOf({ sign_in_second_factor: kind }: JsonObject): string | null {
  return typeof kind === "string" && kind !== "" ? kind : null;
}

/** Says whether `expiresAt`, in seconds since 1970, has come (RFC 7519, section 4.1.4: "on or after"). */
export function hasExpired(expiresAt: number, now: () => number): boolean {
  return now() >= expiresAt * 1000;
}

/** Google's times are whole seconds. Anything else is not Google's. */
function seconds(claims: JsonObject, name: string): number {
  const value = claims[name];
  if (!Number.isSafeInteger(value) || (value as number) <= 0) {
    throw invalid(`"${name}" is not a time in whole seconds`);
  }
  return value as number;
}
