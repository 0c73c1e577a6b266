import {
  setUp,
  token,
  key,
  anotherKey,
  start,
  headerOf,
  payload,
} from "../../../testing/tokens/verifier";
import { signIdToken, signJwt, unsignedIdToken } from "../../../testing/tokens/id-tokens";
import { verdict } from "../../../testing/tokens/verdict";

const { verifier } = setUp();
const verify = (candidate: string) => verdict(() => verifier.verify(candidate));

describe("firebaseTokenVerifier refuses the algorithm", () => {
  test.each([
    "none",
    "None",
    "NONE",
    "nOnE",
    "rs256",
    "Rs256",
    "RS256 ",
    " RS256",
    "RS256\0",
    "RS-256",
    "",
    "RS384",
    "RS512",
    "PS256",
    "ES256",
    "HS256",
    "EdDSA",
    "RSA-SHA256",
    "sha256",
    "toString",
    null,
    true,
    256,
    ["RS256"],
    { alg: "RS256" },
    undefined,
  ])("%j, even with an RS256 signature", async (alg) => {
    await expect(verify(signJwt(headerOf(alg), payload, key))).resolves.toBe("token-invalid");
  });

  test("none, without a signature", async () => {
    await expect(verify(unsignedIdToken({}, { now: start }))).resolves.toBe("token-invalid");
    await expect(
      verify(unsignedIdToken({}, { now: start, header: { kid: key.kid } })),
    ).resolves.toBe("token-invalid");
    await expect(
      verify(unsignedIdToken({}, { now: start, header: { alg: "RS256", kid: key.kid } })),
    ).resolves.toBe("token-invalid");
  });
});

describe("firebaseTokenVerifier refuses the header with", () => {
  test.each<[string, Record<string, unknown>]>([
    ["no kid", { kid: undefined }],
    ["an unknown kid", { kid: "key-9" }],
    ["an empty kid", { kid: "" }],
    ["a kid of another case", { kid: key.kid.toUpperCase() }],
    ["a kid and a space", { kid: `${key.kid} ` }],
    ["kid null", { kid: null }],
    ["a kid that is a number", { kid: 1 }],
    ["a kid in an array", { kid: [key.kid] }],
    ["a kid in an object", { kid: { toString: key.kid } }],
    ["kid __proto__", { kid: "__proto__" }],
    ["kid constructor", { kid: "constructor" }],
    ["kid ../../dev/null", { kid: "../../dev/null" }],
    ["crit", { crit: ["exp"] }],
    ["an empty crit", { crit: [] }],
    ["crit null", { crit: null }],
    ["b64", { b64: true }],
    ["b64 and crit", { b64: false, crit: ["b64"] }],
  ])("%s", async (_name, header) => {
    await expect(verify(token({}, header))).resolves.toBe("token-invalid");
  });

  test.each([undefined, null, "", 1, ["key-2"], { toString: "key-2" }])(
    "kid %j, without asking Google",
    async (kid) => {
      const { time, server, keys, verifier } = setUp();
      await keys.find(key.kid);
      time.monotonic += 60_000;
      await expect(verdict(() => verifier.verify(token({}, { kid })))).resolves.toBe(
        "token-invalid",
      );
      expect(server.requests).toHaveLength(1);
    },
  );

  test.each([
    ["a key of its own", { jwk: anotherKey.jwk }],
    ["the address of a key set", { jku: "https://evil.example/keys" }],
    ["a certificate", { x5c: ["MIIB"], x5u: "https://evil.example/cert" }],
  ])("%s, signed with that", async (_name, header) => {
    const forged = signIdToken(
      {},
      { key: anotherKey, header: { kid: key.kid, ...header }, now: start },
    );
    await expect(verify(forged)).resolves.toBe("token-invalid");
  });
});
