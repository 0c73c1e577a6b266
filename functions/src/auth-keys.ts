import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";

/** The server's keys, newest first: the first one signs and encrypts; all of them verify and decrypt. */
export interface AuthKeys {
  /** Signs `text` for one purpose with the newest key: 32 bytes as base64url. */
  sign(purpose: string, text: string): string;

  /** Says, in constant time, whether one of the keys signed `text` for this purpose. */
  verify(purpose: string, text: string, signature: string): boolean;

  /** Derives 32 bytes for one purpose from a secret and each server key, newest first (RFC 5869). */
  derive(purpose: string, secret: Uint8Array): readonly Uint8Array[];
}

/**
 * Makes the keys from the values of the secret `AUTH_KEYS`.
 *
 * @param values - at least one, each of 32 random bytes or more, newest first.
 * @throws {TypeError} without a key, or with a short one.
 */
export function authKeys(values: readonly Uint8Array[]): AuthKeys {
  const [newest] = values;
  if (!newest) throw new TypeError('"AUTH_KEYS" must hold a key.');
  if (values.some(({ byteLength }) => byteLength < 32)) {
    throw new TypeError('"AUTH_KEYS" must be of 32 random bytes each.');
  }
  return {
    sign: (purpose, text) => mac(newest, purpose, text).toString("base64url"),
    verify(purpose, text, signature) {
      const given = Buffer.from(signature, "base64url");
      // Several base64url texts decode to the same bytes; only one of them is what we wrote.
      if (given.toString("base64url") !== signature) return false;
      // Every key is tried, so that the time does not reveal which one it was.
      return values
        .map((key) => mac(key, purpose, text))
        .map((wanted) => given.byteLength === wanted.byteLength && timingSafeEqual(given, wanted))
        .includes(true);
    },
    derive: (purpose, secret) =>
      values.map((key) => new Uint8Array(hkdfSync("sha256", secret, key, purpose, 32))),
  };
}

/** Keys that are read when first needed, because the secret is not bound to every function. */
export function authKeysOnDemand(read: () => readonly Uint8Array[]): AuthKeys {
  let made: AuthKeys | undefined;
  const keys = () => (made ??= authKeys(read()));
  return {
    sign: (purpose, text) => keys().sign(purpose, text),
    verify: (purpose, text, signature) => keys().verify(purpose, text, signature),
    derive: (purpose, secret) => keys().derive(purpose, secret),
  };
}

/** Purpose and text stay apart, because a purpose has no NUL. */
function mac(key: Uint8Array, purpose: string, text: string): Buffer {
  return createHmac("sha256", key).update(`${purpose}\0${text}`).digest();
}
