import { hasExpired } from "./claims";
import { type JsonObject, limitLength, parseJwt } from "./jwt";
import { expired, invalid } from "./refusals";
import { isSignedWith, keyIdOf } from "./rs256";
import { googleSigningKeys, type SigningKeys } from "./signing-keys";

export interface AppCheckVerifierOptions {
  /** The only project whose apps' tokens are accepted. */
  projectId: string;
  /** Default: App Check's own, which are not those of ID tokens. */
  keys?: SigningKeys;
  /** Milliseconds since 1970. Default `Date.now`. */
  now?: () => number;
}

const keySetUrl = "https://firebaseappcheck.googleapis.com/v1/jwks";

const issuer = /^https:\/\/firebaseappcheck\.googleapis\.com\/(\d{1,20})$/;

/** Seconds that Google's clock may be ahead of ours. It is never granted to `exp`. */
const leeway = 60;

/**
 * Verifies App Check tokens: RS256 with one of App Check's keys, and claims of this project, which its tokens name
 * twice, by number and by id (https://firebase.google.com/docs/app-check/custom-resource-backend).
 *
 * What it returns throws an `AuthError`: `token-invalid`, `token-expired`, or `unavailable` when no keys could be
 * fetched.
 */
export function appCheckVerifier({
  projectId,
  keys = googleSigningKeys({ url: keySetUrl }),
  now = Date.now,
}: AppCheckVerifierOptions): (token: string) => Promise<void> {
  function readClaims({ iss, aud, sub, exp, iat }: JsonObject): void {
    const [, number = ""] = issuer.exec(String(iss)) ?? [];
    if (number === "") throw invalid('"iss" is not App Check');
    const audience: unknown[] = Array.isArray(aud) ? aud : [];
    for (const project of [number, projectId]) {
      if (!audience.includes(`projects/${project}`)) throw invalid('"aud" is not this project');
    }
    if (typeof sub !== "string" || sub === "") throw invalid('"sub" is no app');
    if (!Number.isSafeInteger(exp)) throw invalid('"exp" is not a time in whole seconds');
    if (!Number.isSafeInteger(iat)) throw invalid('"iat" is not a time in whole seconds');
    if ((iat as number) > now() / 1000 + leeway) throw invalid('"iat" is in the future');
    if (hasExpired(exp as number, now)) throw expired();
  }

  return async function verify(token) {
    limitLength(token);
    const jwt = parseJwt(token);
    if (jwt.header.typ !== "JWT") throw invalid('its "typ" is not JWT');
    const key = await keys.find(keyIdOf(jwt));
    if (key === undefined) throw invalid("its key is not published");
    if (!isSignedWith(key, jwt)) throw invalid("its signature does not match");
    readClaims(jwt.claims);
  };
}
