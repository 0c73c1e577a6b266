import { hash, type KeyObject } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { TokenVerifier, VerifiedToken } from "../token-verifier";
import { type ClaimsOptions, claimsReader, hasExpired } from "./claims";
import { limitLength, parseJwt } from "./jwt";
import { expired, invalid } from "./refusals";
import { isSignedWith, keyIdOf } from "./rs256";
import { googleSigningKeys, type SigningKeys } from "./signing-keys";

export interface FirebaseTokenVerifierOptions extends ClaimsOptions {
  /** Default: Google's, fetched on first use. */
  keys?: SigningKeys;
  /** How many verified tokens are remembered, the most recently used ones. Default 10,000, about 4 MB. */
  maxRemembered?: number;
}

/** A token that was verified, and the key that it was verified with. */
interface Remembered {
  readonly kid: string;
  readonly key: KeyObject;
  readonly token: VerifiedToken;
}

/**
 * Verifies Firebase's ID tokens: RS256 with one of Google's keys, chosen by the token's `kid` alone,
 * and claims of this project and this hour.
 *
 * A verified token is remembered by its SHA-256 digest, so that it costs a digest the next time. It is
 * good again while it has not expired and the key it was verified with is still published. A refused
 * one is not remembered: a forger never sends the same token twice.
 */
export function firebaseTokenVerifier({
  keys = googleSigningKeys(),
  maxRemembered = 10_000,
  ...claimsOptions
}: FirebaseTokenVerifierOptions): TokenVerifier {
  const readClaims = claimsReader(claimsOptions);
  const { now = Date.now } = claimsOptions;
  const remembered = new LRUCache<string, Remembered>({ max: maxRemembered });

  function verify(token: string): VerifiedToken | Promise<VerifiedToken> {
    limitLength(token);
    const digest = hash("sha256", token, "base64url");
    const known = remembered.get(digest);
    if (known !== undefined) return withKey(known.kid, (key) => recall(known, key));

    const jwt = parseJwt(token);
    const kid = keyIdOf(jwt);
    return withKey(kid, (key) => {
      if (key === undefined) throw invalid("its key is not published");
      if (!isSignedWith(key, jwt)) throw invalid("its signature does not match");
      const verified = readClaims(jwt.claims);
      remembered.set(digest, { kid, key, token: verified });
      return verified;
    });
  }

  function recall(known: Remembered, key: KeyObject | undefined): VerifiedToken {
    if (key !== known.key) throw invalid("its key is no longer published");
    if (hasExpired(known.token.expiresAt, now)) throw expired();
    return known.token;
  }

  /** Decides at once if the key is at hand. */
  function withKey<Decision>(kid: string, decide: (key: KeyObject | undefined) => Decision) {
    const key = keys.find(kid);
    return key instanceof Promise ? key.then(decide) : decide(key);
  }

  return { verify };
}
