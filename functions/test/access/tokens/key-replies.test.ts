import { setUp, key, nextKey, minute } from "../../../testing/tokens/signing-keys";
import { testKey } from "../../../testing/tokens/id-tokens";

describe("googleSigningKeys", () => {
  describe("is `unavailable`, rather than without keys, when the reply", () => {
    const json = (value: unknown) => () => Response.json(value);
    const set = (...jwks: unknown[]) => json({ keys: [key.jwk, ...jwks] });
    const weak = testKey("weak");
    const small = testKey("small");

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
