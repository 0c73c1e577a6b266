import { setImmediate as turn } from "node:timers/promises";
import {
  type GoogleSigningKeysOptions,
  googleSigningKeys,
  type SigningKeys,
} from "../../src/access/tokens/signing-keys";
import { testKey } from "./id-tokens";
import { type KeyServer, keyServer } from "./key-server";
import { verdict } from "./verdict";

export const key = testKey();
export const nextKey = testKey("key-2");

export const minute = 60_000;
export const hour = 60 * minute;

/** The signing keys, the hand of their clock, and the server that has them. */
export function setUp(options: GoogleSigningKeysOptions = {}): {
  time: { now: number };
  server: KeyServer;
  keys: SigningKeys;
  /** The `kid` of the key that is found, or the refusal's code. */
  find(kid: string): Promise<unknown>;
} {
  const time = { now: 0 };
  const server = keyServer(key);
  const keys = googleSigningKeys({ fetch: server.fetch, monotonicNow: () => time.now, ...options });
  const find = (kid: string) =>
    verdict(async () => {
      const found = await keys.find(kid);
      return [key, nextKey].find(({ publicKey }) => found?.equals(publicKey))?.kid ?? found;
    });
  return { time, server, keys, find };
}

/** A reply that never comes. */
export const away = (): Promise<never> => Promise.reject(new TypeError("fetch failed"));

/** Lets what runs in the background of a request finish. */
export const settle = (): Promise<void> => turn();
