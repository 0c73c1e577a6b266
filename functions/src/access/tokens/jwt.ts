import { isUtf8 } from "node:buffer";
import { invalid } from "./refusals";

export type JsonObject = Readonly<Record<string, unknown>>;

/** A token's parts: well-formed, but not verified yet. */
export interface Jwt {
  readonly header: JsonObject;
  readonly claims: JsonObject;
  /** What the signature is over: the first two parts as they were sent. */
  readonly signingInput: string;
  /** Empty for an unsigned token. */
  readonly signature: Buffer;
}

/** The longest token that is looked at, in characters. Firebase's own are about 1,000, and 2,500 with full custom claims. */
const maxLength = 8192;

/** Refuses what is too long to be an ID token, before any work is done on it. */
export function limitLength(token: string): void {
  if (token.length > maxLength) throw invalid("it is too long");
}

/**
 * Parses a JWS in compact form (RFC 7515, section 3.1). If a name occurs twice in an object, the last
 * one counts, as section 4 allows. Headers that bring a key or say where one is (`jwk`,
 * `jku`, `x5c`, `x5u`) are ignored: keys come from Google alone.
 *
 * @throws {AuthError} `token-invalid`
 */
export function parseJwt(token: string): Jwt {
  const first = token.indexOf(".");
  const second = token.indexOf(".", first + 1);
  if (second < 0) throw invalid("it has fewer than three parts");
  const jwt = {
    header: parseObject(token.slice(0, first), "header"),
    claims: parseObject(token.slice(first + 1, second), "payload"),
    signingInput: token.slice(0, second),
    // A fourth part would bring a dot in here, which is not base64url.
    signature: decode(token.slice(second + 1), "signature"),
  };
  // An extension that must be understood is refused, for none is (RFC 7515, section 4.1.11). `b64`
  // would change what the signature is over (RFC 7797), named in `crit` as it must be or not.
  if ("crit" in jwt.header || "b64" in jwt.header) {
    throw invalid("its header asks for an extension");
  }
  return jwt;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function parseObject(part: string, name: string): JsonObject {
  const bytes = decode(part, name);
  if (!isUtf8(bytes)) throw invalid(`its ${name} is not UTF-8`);
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString());
  } catch {
    // Without the cause: it quotes the token.
    throw invalid(`its ${name} is not JSON`);
  }
  if (!isObject(value)) throw invalid(`its ${name} is not an object`);
  return value;
}

/**
 * Decodes base64url (RFC 4648, section 5, without padding). Node takes padding, white space, the
 * standard alphabet and stray bits as well, so what does not read the same encoded again is refused:
 * a token has one spelling.
 */
function decode(part: string, name: string): Buffer {
  const bytes = Buffer.from(part, "base64url");
  if (bytes.toString("base64url") !== part) throw invalid(`its ${name} is not base64url`);
  return bytes;
}
