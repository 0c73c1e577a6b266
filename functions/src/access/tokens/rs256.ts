import { type KeyObject, verify as verifySignature } from "node:crypto";
import type { Jwt } from "./jwt";
import { invalid } from "./refusals";

/** Takes the one algorithm that Google uses, in the one spelling it has (RFC 8725, section 3.1). Gives the key's id. */
export function keyIdOf({ header }: Jwt): string {
  if (header.alg !== "RS256") throw invalid('its "alg" is not RS256');
  if (typeof header.kid !== "string" || header.kid === "") throw invalid('its "kid" is missing');
  return header.kid;
}

/** RSASSA-PKCS1-v1_5 with SHA-256 (RFC 7518, section 3.3): what "sha256" means to Node for an RSA key. */
export function isSignedWith(key: KeyObject, { signingInput, signature }: Jwt): boolean {
  return verifySignature("sha256", Buffer.from(signingInput, "latin1"), key, signature);
}
