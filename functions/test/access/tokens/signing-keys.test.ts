import {
  type GoogleSigningKeysOptions,
  googleSigningKeys,
} from "../../../src/access/tokens/signing-keys";
import { testKey } from "../../../testing/tokens/id-tokens";
import { keyServer } from "../../../testing/tokens/key-server";
import { verdict } from "../../../testing/tokens/verdict";

const key = testKey();
const nextKey = testKey("key-2");

const minute = 60_000;
const hour = 60 * minute;

function setUp(options: GoogleSigningKeysOptions = {}) {
  const time = { now: 0 };
  const server = keyServer(key);
  const keys = googleSigningKeys({ fetch: server.fetch, monotonicNow: () => time.now, ...options });
  /** The `kid` of the key that is found, or the refusal's code. */
  const find = (kid: string) =>
    verdict(async () => {
      const found = await keys.find(kid);
      return [key, nextKey].find(({ publicKey }) => found?.equals(publicKey))?.kid ?? found;
    });
  return { time, server, keys, find };
}

const away = () => Promise.reject(new TypeError("fetch failed"));

/** Lets what runs in the background of a request finish. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe("googleSigningKeys", () => {
  test("asks Google for the keys of securetoken, with a deadline and no redirects", async () => {
    const { server, find } = setUp();
    await find(key.kid);
    expect(server.requests).toEqual([
      {
        url: "https://www.googleapis.com/service_accounts/v1/jwk/securetoken@system.gserviceaccount.com",
        init: { redirect: "error", signal: expect.any(AbortSignal) },
      },
    ]);
  });

  test("gives up a fetch at its deadline", async () => {
    const { server, find } = setUp({ timeout: 1 });
    server.reply = () =>
      new Promise((_resolve, reject) => {
        const signal = server.requests[0]!.init!.signal!;
        signal.addEventListener("abort", () => reject(signal.reason as Error));
      });
    await expect(find(key.kid)).resolves.toBe("unavailable");
  });

  test("fetches once for all who wait, then answers at once", async () => {
    const { server, keys, find } = setUp();
    const found = await Promise.all([find(key.kid), find(key.kid), find("key-9")]);
    expect(found).toEqual([key.kid, key.kid, undefined]);
    expect(keys.find(key.kid)).toBe(keys.find(key.kid));
    expect(keys.find(key.kid)).toMatchObject({ type: "public" });
    expect(server.requests).toHaveLength(1);
  });

  test("does not fetch again while it waits, however long it takes", async () => {
    const { time, server, find } = setUp();
    const { reply } = server;
    let arrive: (response: Response) => void = () => undefined;
    server.reply = () => new Promise((resolve) => (arrive = resolve));
    const first = find(key.kid);
    time.now = 9_000;
    const second = find(key.kid);
    arrive(await reply());
    await expect(Promise.all([first, second])).resolves.toEqual([key.kid, key.kid]);
    expect(server.requests).toHaveLength(1);
  });

  describe("keeps keys", () => {
    test.each<[string, Record<string, string>, number]>([
      [
        "as long as max-age says",
        { "cache-control": "public, max-age=7200, no-transform" },
        2 * hour,
      ],
      [
        "less the age that the reply already has",
        { "cache-control": "max-age=7200", age: "3600" },
        hour,
      ],
      ["for a day at most", { "cache-control": "max-age=99999999999" }, 24 * hour],
      ["for a minute without Cache-Control", {}, minute],
      ["for a minute if nothing is cacheable", { "cache-control": "no-store, max-age=0" }, minute],
      ["for a minute if max-age makes no sense", { "cache-control": "max-age=-1" }, minute],
      ["by max-age and not s-maxage", { "cache-control": "s-maxage=9999, max-age=7200" }, 2 * hour],
      [
        "whatever the case of the directive",
        { "cache-control": 'Public,Max-Age="7200"' },
        2 * hour,
      ],
      ["for a minute if the age is over", { "cache-control": "max-age=7200", age: "9000" }, minute],
    ])("%s", async (_name, headers, lifetime) => {
      const { time, server, keys, find } = setUp();
      server.headers = headers;
      server.publish(key);
      await find(key.kid);
      server.reply = away;
      time.now = lifetime - 1;
      expect(keys.find(key.kid)).toMatchObject({ type: "public" });
      await settle();
      time.now = lifetime + minute;
      await expect(find(key.kid)).resolves.toBe("unavailable");
    });

    test("and counts their age from when the fetch was sent, not from when the reply arrived", async () => {
      const { time, server, find } = setUp();
      const { reply } = server;
      server.reply = () => {
        time.now += 5_000;
        return reply();
      };
      await find(key.kid);
      server.reply = away;
      time.now = 6 * hour;
      await expect(find(key.kid)).resolves.toBe("unavailable");
    });
  });

  describe("renews keys", () => {
    test("in the background when half their time is over", async () => {
      const { time, server, keys, find } = setUp();
      await find(key.kid);
      server.publish(nextKey);
      time.now = 3 * hour - 1;
      expect(keys.find(key.kid)).toMatchObject({ type: "public" });
      expect(server.requests).toHaveLength(1);
      time.now = 3 * hour;
      expect(keys.find(key.kid)).toMatchObject({ type: "public" });
      expect(server.requests).toHaveLength(2);
      await settle();
      await expect(find(nextKey.kid)).resolves.toBe(nextKey.kid);
      await expect(find(key.kid)).resolves.toBeUndefined();
      expect(server.requests).toHaveLength(2);
    });

    test("so that an outage of Google in the other half goes unnoticed", async () => {
      const { time, server, keys, find } = setUp();
      await find(key.kid);
      const { reply } = server;
      server.reply = away;
      for (time.now = 3 * hour; time.now < 6 * hour; time.now += 10_000) {
        expect(keys.find(key.kid)).toMatchObject({ type: "public" });
        await settle();
      }
      // Once a minute, and not on each of the 1,080 requests.
      expect(server.requests).toHaveLength(1 + 180);
      await expect(find(key.kid)).resolves.toBe("unavailable");
      server.reply = reply;
      time.now += 1_000;
      await expect(find(key.kid)).resolves.toBe(key.kid);
    });

    test("when an unknown kid appears, once for all who wait", async () => {
      const { time, server, find } = setUp();
      await find(key.kid);
      server.publish(key, nextKey);
      time.now = minute;
      await expect(Promise.all([find(nextKey.kid), find(nextKey.kid)])).resolves.toEqual([
        nextKey.kid,
        nextKey.kid,
      ]);
      expect(server.requests).toHaveLength(2);
    });

    test("for unknown kids at most once a minute", async () => {
      const { time, server, find } = setUp();
      await find(key.kid);
      for (time.now = 0; time.now < 10 * minute; time.now += 1_000) {
        await expect(find(`made-up-${time.now}`)).resolves.toBeUndefined();
      }
      expect(server.requests).toHaveLength(10);
    });

    test("and keeps the same object for a key that is still there", async () => {
      const { time, server, keys, find } = setUp();
      await find(key.kid);
      const before = keys.find(key.kid);
      server.publish(nextKey, key);
      time.now = minute;
      await find(nextKey.kid);
      expect(keys.find(key.kid)).toBe(before);
    });
  });

  describe("while Google is away", () => {
    test("is `unavailable` without keys, and asks again after a second", async () => {
      const { time, server, find } = setUp();
      const { reply } = server;
      server.reply = away;
      await expect(Promise.all([find(key.kid), find("key-9")])).resolves.toEqual([
        "unavailable",
        "unavailable",
      ]);
      server.reply = reply;
      time.now = 999;
      await expect(find(key.kid)).resolves.toBe("unavailable");
      expect(server.requests).toHaveLength(1);
      time.now = 1_000;
      await expect(find(key.kid)).resolves.toBe(key.kid);
    });

    test("does not refuse an unknown kid, and still knows the known ones", async () => {
      const { time, server, find } = setUp();
      await find(key.kid);
      const { reply } = server;
      server.reply = away;
      time.now = minute;
      await expect(find(nextKey.kid)).resolves.toBe("unavailable");
      await expect(find(nextKey.kid)).resolves.toBe("unavailable");
      await expect(find(key.kid)).resolves.toBe(key.kid);
      expect(server.requests).toHaveLength(2);
      server.reply = reply;
      time.now = 2 * minute;
      await expect(find(nextKey.kid)).resolves.toBeUndefined();
      await expect(find(nextKey.kid)).resolves.toBeUndefined();
      expect(server.requests).toHaveLength(3);
    });
  });

  describe("is `unavailable`, rather than without keys, when the reply", () => {
    const json = (value: unknown) => () => Response.json(value);
    const set = (...jwks: unknown[]) => json({ keys: [key.jwk, ...jwks] });
    const weak = testKey("weak", { modulusLength: 1024 });
    const small = testKey("small", { publicExponent: 3 });

    test.each<[string, () => Response]>([
      ["is an error", () => new Response("{}", { status: 500 })],
      ["is an error with keys", () => Response.json({ keys: [key.jwk] }, { status: 404 })],
      ["is empty", () => new Response(null)],
      ["is a page", () => new Response("<html>")],
      ["is null", json(null)],
      ["is an array", json([key.jwk])],
      ["has no keys", json({})],
      ["has certificates", json({ [key.kid]: "-----BEGIN CERTIFICATE-----" })],
      ["has keys that are no list", json({ keys: { [key.kid]: key.jwk } })],
      ["has an empty list", json({ keys: [] })],
      ["has only keys for something else", json({ keys: [{ ...key.jwk, alg: "RS512" }] })],
      ["has a key that is null", set(null)],
      ["has a key that is a number", set(1)],
      ["has a key without kid", set({ ...nextKey.jwk, kid: undefined })],
      ["has a key with an odd kid", set({ ...nextKey.jwk, kid: 2 })],
      ["has a key with an empty kid", set({ ...nextKey.jwk, kid: "" })],
      ["has two keys of one kid", set({ ...nextKey.jwk, kid: key.kid })],
      ["has a key without modulus", set({ ...nextKey.jwk, n: undefined })],
      ["has a key of 1024 bits", set(weak.jwk)],
      ["has a key with exponent 3", set(small.jwk)],
      ["is over 64 KiB", json({ keys: [key.jwk], padding: "x".repeat(65_536) })],
    ])("%s", async (_name, reply) => {
      const { server, find } = setUp();
      server.reply = reply;
      await expect(find(key.kid)).resolves.toBe("unavailable");
    });

    test("and keeps the keys it has", async () => {
      const { time, server, find } = setUp();
      await find(key.kid);
      server.reply = json({ keys: [] });
      time.now = minute;
      await expect(find(nextKey.kid)).resolves.toBe("unavailable");
      await expect(find(key.kid)).resolves.toBe(key.kid);
    });
  });

  test.each<[string, Record<string, unknown>]>([
    ["a key for encryption", { use: "enc" }],
    ["a key without use", { use: undefined }],
    ["a key for another algorithm", { alg: "PS256" }],
    ["a key without algorithm", { alg: undefined }],
    ["a key of another kind", { kty: "EC" }],
    ["a shared secret", { kty: "oct", k: "c2VjcmV0" }],
  ])("ignores %s", async (_name, parameters) => {
    const { server, find } = setUp();
    server.reply = () => Response.json({ keys: [{ ...nextKey.jwk, ...parameters }, key.jwk] });
    await expect(find(nextKey.kid)).resolves.toBeUndefined();
    await expect(find(key.kid)).resolves.toBe(key.kid);
  });
});
