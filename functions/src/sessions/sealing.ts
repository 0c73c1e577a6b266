import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { AuthKeys } from "../auth-keys";

const ivBytes = 12;
const tagBytes = 16;

/** What a seal is tied to: moved to another session, generation or use, it does not open. */
export interface SealContext {
  uid: string;
  sessionId: string;
  generation: number;
  use: "firebase-token" | "successor";
}

/**
 * Seals a text with AES-256-GCM (NIST SP 800-38D) under a key derived from the client's secret and the
 * server's key: neither a leaked database nor a leaked client token opens it alone.
 */
export function seal(
  keys: AuthKeys,
  secret: Uint8Array,
  context: SealContext,
  text: string,
): string {
  const [key] = keys.derive(purposeOf(context), secret);
  if (!key) throw new TypeError("There is no key to seal with.");
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv("aes-256-gcm", key, iv);
  const sealed = Buffer.concat([iv, cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([sealed, cipher.getAuthTag()]).toString("base64url");
}

/** Opens what `seal` made. `undefined` with another secret, other keys or another context. */
export function unseal(
  keys: AuthKeys,
  secret: Uint8Array,
  context: SealContext,
  sealed: string,
): string | undefined {
  const bytes = Buffer.from(sealed, "base64url");
  if (bytes.byteLength < ivBytes + tagBytes) return undefined;
  for (const key of keys.derive(purposeOf(context), secret)) {
    const text = decrypt(key, bytes);
    if (text !== undefined) return text;
  }
  return undefined;
}

function decrypt(key: Uint8Array, bytes: Buffer): string | undefined {
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, ivBytes));
  decipher.setAuthTag(bytes.subarray(-tagBytes));
  try {
    return (
      decipher.update(bytes.subarray(ivBytes, -tagBytes), undefined, "utf8") +
      decipher.final("utf8")
    );
  } catch {
    return undefined;
  }
}

const purposeOf = (context: SealContext) =>
  JSON.stringify(["session-seal", context.uid, context.sessionId, context.generation, context.use]);
