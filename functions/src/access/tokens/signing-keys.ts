import type { KeyObject } from "node:crypto";
import { unavailable } from "../../errors";
import { parseKeySet } from "./jwk-set";

/** The public keys that ID tokens are signed with, by their `kid`. */
export interface SigningKeys {
  /**
   * Finds a key: at once if it is in memory, with a promise if keys must be fetched first. `undefined`
   * means that no such key is published.
   *
   * @throws {AuthError} `unavailable` when that can't be known, because no keys could be fetched.
   */
  find(kid: string): KeyObject | undefined | Promise<KeyObject | undefined>;
}

export interface GoogleSigningKeysOptions {
  /** Where the JWK set is. Default: Google's, of the account that signs every project's ID tokens. */
  url?: string;
  /** Milliseconds before a fetch, body included, is given up. Default 10,000. */
  timeout?: number;
  fetch?: typeof globalThis.fetch;
  /** A clock in milliseconds that is never set back. Default `performance.now`. */
  monotonicNow?: () => number;
}

const googleUrl =
  "https://www.googleapis.com/service_accounts/v1/jwk/securetoken@system.gserviceaccount.com";

/** Milliseconds between two fetches while there are keys, so that made-up `kid`s can't flood Google. */
const pauseWithKeys = 60_000;

/** Milliseconds between two fetches while there are none and every check waits for one. */
const pauseWithoutKeys = 1_000;

/** Bounds of how long a set is used, in milliseconds; the lower one holds without a `max-age`, too. */
const [minLifetime, maxLifetime] = [60_000, 24 * 3_600_000];

/** The largest key set that is read, in bytes. Google's is about 2,000. */
const maxSize = 65_536;

interface KeySet {
  readonly keys: ReadonlyMap<string, KeyObject>;
  /** From here on it is renewed alongside a request. */
  readonly ageing: number;
  /** From here on it is not used any more. */
  readonly expires: number;
}

/**
 * Keeps Google's signing keys, for as long as their `Cache-Control` says (RFC 9111; never longer, as
 * Google adds `must-revalidate`). One fetch serves all who wait. A set is renewed
 *
 * - when it has expired, or there is none yet: the check waits, and is `unavailable` if the fetch fails;
 * - when half its time is over: no check waits, so that Google may be down for the other half (about
 *   three hours) unnoticed;
 * - when an unknown `kid` appears: the check waits, and is `unavailable`, not refused, if the fetch fails.
 *
 * No two fetches begin within a minute while there are keys, or within a second while there are none.
 */
export function googleSigningKeys({
  url = googleUrl,
  timeout = 10_000,
  fetch = globalThis.fetch,
  monotonicNow = () => performance.now(),
}: GoogleSigningKeysOptions = {}): SigningKeys {
  let current: KeySet = { keys: new Map(), ageing: -Infinity, expires: -Infinity };
  let lastFetch = -Infinity;
  let lastFailed = false;
  let underway: Promise<void> | undefined;

  function find(kid: string): ReturnType<SigningKeys["find"]> {
    const now = monotonicNow();
    const hasKeys = now < current.expires;
    const key = hasKeys ? current.keys.get(kid) : undefined;
    if (key !== undefined && now < current.ageing) return key;

    const pause = hasKeys ? pauseWithKeys : pauseWithoutKeys;
    if (underway === undefined && now - lastFetch >= pause) renew(now);
    if (key !== undefined) return key;
    if (underway !== undefined) return underway.then(() => current.keys.get(kid));
    if (lastFailed) throw unavailable("Google's signing keys");
    return undefined;
  }

  function renew(now: number): void {
    lastFetch = now;
    underway = fetchKeySet(now)
      .then(
        (keySet) => {
          current = keySet;
          lastFailed = false;
        },
        (cause: unknown) => {
          lastFailed = true;
          throw unavailable("Google's signing keys", cause);
        },
      )
      .finally(() => (underway = undefined));
    // Only checks that wait see a failure; while the present keys are good, none does.
    underway.catch(() => undefined);
  }

  async function fetchKeySet(now: number): Promise<KeySet> {
    const response = await fetch(url, {
      redirect: "error",
      signal: AbortSignal.timeout(timeout),
    });
    if (!response.ok) throw new Error(`The reply has status ${response.status}.`);
    const keys = parseKeySet(await readText(response), current.keys);
    // Its time began when the reply was made, which was not before the fetch was sent.
    const lifetime = lifetimeOf(response.headers);
    return { keys, ageing: now + lifetime / 2, expires: now + lifetime };
  }

  return { find };
}

/** How much longer a reply may be used, in milliseconds (RFC 9111, section 4.2). */
function lifetimeOf(headers: Headers): number {
  const maxAge = /(?:^|[\s,])max-age="?(\d+)/i.exec(headers.get("cache-control") ?? "")?.[1];
  const age = /^\d+$/.exec(headers.get("age") ?? "")?.[0];
  const lifetime = 1000 * (Number(maxAge ?? 0) - Number(age ?? 0));
  return Math.min(Math.max(lifetime, minLifetime), maxLifetime);
}

async function readText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const body = response.body as AsyncIterable<Uint8Array> | null;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > maxSize) throw new Error("The reply is too large.");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}
