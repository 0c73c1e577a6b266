import { createPublicKey, type JsonWebKeyInput, type KeyObject } from "node:crypto";
import { isObject, type JsonObject } from "./jwt";

/**
 * Reads the RSA keys for RS256 signatures out of a JWK set, by their `kid`. Keys for anything else are
 * ignored (RFC 7517, section 5). A set without such a key, or with a broken or weak one, is refused as a
 * whole: better to report that there are no keys than to call good tokens forged. A key that is among
 * the `former` ones is the same object again.
 *
 * @throws {Error} that says what is wrong.
 */
export function parseKeySet(
  text: string,
  former: ReadonlyMap<string, KeyObject> = new Map(),
): ReadonlyMap<string, KeyObject> {
  const set: unknown = JSON.parse(text);
  if (!isObject(set) || !Array.isArray(set.keys)) throw new Error("It is not a JWK set.");
  const keys = new Map<string, KeyObject>();
  for (const jwk of set.keys as unknown[]) {
    if (!isObject(jwk)) throw new Error("A key is not an object.");
    if (jwk.kty !== "RSA" || jwk.use !== "sig" || jwk.alg !== "RS256") continue;
    const { kid } = jwk;
    if (typeof kid !== "string" || kid === "") throw new Error("A key has no kid.");
    if (keys.has(kid)) throw new Error("Two keys have the same kid.");
    const key = publicKey(jwk);
    const formerKey = former.get(kid);
    keys.set(kid, formerKey?.equals(key) ? formerKey : key);
  }
  if (keys.size === 0) throw new Error("It holds no key for RS256.");
  return keys;
}

/** At least 2048 bits (RFC 7518, section 3.3) and an exponent over 2^16 (FIPS 186-5, section 5.1). */
function publicKey({ n, e }: JsonObject): KeyObject {
  const key = createPublicKey({
    key: { kty: "RSA", n, e } as JsonWebKeyInput["key"],
    format: "jwk",
  });
  const { modulusLength = 0, publicExponent = 0n } = key.asymmetricKeyDetails ?? {};
  if (modulusLength < 2048 || publicExponent <= 65_536n) throw new Error("A key is too weak.");
  return key;
}
