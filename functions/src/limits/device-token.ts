import { randomBytes } from "node:crypto";
import type { AuthKeys } from "../auth-keys";

const purpose = "device-token";
const shape = /^1\.(\d{1,12})\.([\w-]{22})\.([\w-]{43})$/;

/** Seconds for which a device is known after a sign-in: a year. */
const lifetime = 365 * 24 * 60 * 60;

/**
 * Makes a device token: it says that somebody signed in to this address on this device, so that a stranger's
 * guesses don't lock it out (OWASP, "Device cookies"). It opens nothing. The address is not in it.
 *
 * @param now - milliseconds since 1970.
 */
export function writeDeviceToken(keys: AuthKeys, email: string, now: number): string {
  const expiresAt = Math.floor(now / 1000) + lifetime;
  const device = randomBytes(16).toString("base64url");
  return `1.${expiresAt}.${device}.${keys.sign(purpose, `${expiresAt}.${device}.${email}`)}`;
}

/** Returns the device's id, or `undefined` unless the token is in date and for this very address. */
export function readDeviceToken(
  keys: AuthKeys,
  token: string,
  email: string,
  now: number,
): string | undefined {
  const [, expiresAt = "", device = "", signature = ""] = shape.exec(token) ?? [];
  if (!keys.verify(purpose, `${expiresAt}.${device}.${email}`, signature)) return undefined;
  return now < Number(expiresAt) * 1000 ? device : undefined;
}
