import type { AuthKeys } from "../auth-keys";
import { version } from "../version";

const purpose = "own-call";
const shape = /\((\d{1,12})\.([\w-]{43})\)/;

/** Seconds for which a call is known as ours: more than it may take, and clocks may differ. */
const lifetime = 60;

/**
 * Makes the `User-Agent` of a sign-in that this back end asks Firebase Auth for. Blocking functions are told it, and so
 * know a sign-in that was counted and decided here from one with Firebase's own SDK. Nobody but Firebase sees it.
 *
 * @param now - milliseconds since 1970.
 */
export function ownUserAgent(keys: AuthKeys, now: number): string {
  const seconds = String(Math.floor(now / 1000));
  return `firebase-auth-backend/${version} (${seconds}.${keys.sign(purpose, seconds)})`;
}

/** Says whether a sign-in was asked for by this back end, less than a minute ago. */
export function isOwnCall(keys: AuthKeys, userAgent: string, now: number): boolean {
  const [, seconds = "", signature = ""] = shape.exec(userAgent) ?? [];
  const age = Math.abs(now / 1000 - Number(seconds));
  return keys.verify(purpose, seconds, signature) && age < lifetime;
}
