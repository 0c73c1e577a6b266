import { firebaseTokenVerifier } from "../../../src/access/tokens/firebase-token-verifier";
import { googleSigningKeys } from "../../../src/access/tokens/signing-keys";
import {
  base64url,
  idTokenClaims,
  projectId,
  signIdToken,
  signInput,
  signJwt,
  testKey,
  unsignedIdToken,
} from "../../../testing/tokens/id-tokens";
import { keyServer } from "../../../testing/tokens/key-server";
import { verdict } from "../../../testing/tokens/verdict";

const key = testKey();
const anotherKey = testKey("key-2");

/** When each test begins, in milliseconds and in seconds since 1970. */
const start = Date.UTC(2026, 0, 1, 12);
const iat = start / 1000;

/** A verifier, the hands of its clocks, and the server of its keys. */
function setUp(options: { maxRemembered?: number } = {}) {
  const time = { now: start, monotonic: 0 };
  const server = keyServer(key);
  const keys = googleSigningKeys({ fetch: server.fetch, monotonicNow: () => time.monotonic });
  const now = () => time.now;
  const verifier = firebaseTokenVerifier({ projectId, keys, now, ...options });
  return { time, server, keys, verifier };
}

const token = (claims: Record<string, unknown> = {}, header: Record<string, unknown> = {}) =>
  signIdToken(claims, { key, header, now: start });

const headerOf = (alg: unknown) => JSON.stringify({ alg, kid: key.kid, typ: "JWT" });
const payload = JSON.stringify(idTokenClaims({}, start));

describe("firebaseTokenVerifier", () => {
  const { verifier } = setUp();
  const verify = (candidate: string) => verdict(() => verifier.verify(candidate));

  describe("verifies", () => {
    test("a token of this project, and says whose it is", async () => {
      await expect(verify(token())).resolves.toStrictEqual({
        secondFactor: null,
        uid: "ada",
        authTime: iat,
        issuedAt: iat,
        expiresAt: iat + 3600,
        email: "ada@example.com",
        emailVerified: true,
        role: "User",
      });
    });

    test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
      [
        "no e-mail",
        { email: undefined, email_verified: undefined },
        { email: null, emailVerified: false },
      ],
      ["an e-mail that is no string", { email: ["ada@example.com"] }, { email: null }],
      ["capitals in the e-mail", { email: "Ada@EXAMPLE.com" }, { email: "ada@example.com" }],
      [
        "a look-alike of a letter",
        { email: "\u212Aay@example.com" },
        { email: "\u212Aay@example.com" },
      ],
      ["an unverified e-mail", { email_verified: false }, { emailVerified: false }],
      ["a mistyped email_verified", { email_verified: "true" }, { emailVerified: false }],
      ["email_verified 1", { email_verified: 1 }, { emailVerified: false }],
      ["no role", { role: undefined }, { role: null }],
      ["a role that is no string", { role: ["Admin"] }, { role: null }],
      [
        "a second factor",
        { firebase: { sign_in_second_factor: "totp" } },
        { secondFactor: "totp" },
      ],
      [
        "a second factor that is no string",
        { firebase: { sign_in_second_factor: true } },
        { secondFactor: null },
      ],
      [
        "a second factor in a claim of its own",
        { sign_in_second_factor: "totp" },
        { secondFactor: null },
      ],
      ["no claim `firebase`", { firebase: undefined }, { uid: "ada" }],
      ["the longest user id", { sub: "a".repeat(128) }, { uid: "a".repeat(128) }],
      ["a session of months ago", { auth_time: 1 }, { authTime: 1 }],
      [
        "Google's clock a minute ahead",
        { iat: iat + 60, auth_time: iat + 60 },
        { issuedAt: iat + 60 },
      ],
      [
        "its last second",
        { iat: iat - 3599, exp: iat + 1, auth_time: iat - 3599 },
        { expiresAt: iat + 1 },
      ],
      [
        "a claim `__proto__`",
        JSON.parse('{"__proto__":{"role":"Admin"},"role":null}') as object as Record<
          string,
          unknown
        >,
        { role: null },
      ],
    ])("a token with %s", async (_name, claims, expected) => {
      await expect(verify(token(claims))).resolves.toMatchObject(expected);
    });

    test.each([
      ["no typ", { typ: undefined }],
      ["headers nobody knows", { "x-google": 1 }],
      ["a key of its own, which is ignored", { jwk: anotherKey.jwk, jku: "https://evil.example" }],
    ])("a token with %s", async (_name, header) => {
      await expect(verify(token({}, header))).resolves.toMatchObject({ uid: "ada" });
    });

    test("at once, when the key is at hand", () => {
      expect(verifier.verify(token({ sub: "grace" }))).toMatchObject({ uid: "grace" });
      expect(verifier.verify(token({ sub: "grace" }))).toMatchObject({ uid: "grace" });
    });

    test("a token of 8 KiB", async () => {
      const filled = (characters: number) => token({ name: "x".repeat(characters) });
      const more = Math.floor(((8192 - filled(0).length) / 4) * 3);
      const longest = filled(more);
      expect(longest.length).toBeGreaterThan(8188);
      await expect(verify(longest)).resolves.toMatchObject({ uid: "ada" });
      await expect(verify(filled(more + 4))).resolves.toBe("token-invalid");
    });
  });

  describe("refuses the algorithm", () => {
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

  describe("refuses the header with", () => {
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

  describe("refuses the claims with", () => {
    const times = [
      undefined,
      null,
      true,
      "",
      String(iat),
      `${iat}`.repeat(9),
      [iat],
      {},
      0,
      -1,
      -iat,
      iat + 0.5,
      1e300,
    ];

    test.each<[string, Record<string, unknown>]>([
      ["no iss", { iss: undefined }],
      ["another project's iss", { iss: "https://securetoken.google.com/demo-other" }],
      ["an iss that goes on", { iss: `https://securetoken.google.com/${projectId}/` }],
      ["an iss in an array", { iss: [`https://securetoken.google.com/${projectId}`] }],
      ["an iss over http", { iss: `http://securetoken.google.com/${projectId}` }],
      [
        "the iss of session cookies",
        { iss: `https://session.firebase.google.com/${projectId}`, exp: iat + 1800 },
      ],
      ["the iss of Google sign-in", { iss: "https://accounts.google.com" }],
      ["no aud", { aud: undefined }],
      ["another project's aud", { aud: "demo-other" }],
      ["an aud in an array", { aud: [projectId] }],
      ["several aud", { aud: [projectId, "demo-other"] }],
      ["an aud of another case", { aud: projectId.toUpperCase() }],
      ["no sub", { sub: undefined }],
      ["an empty sub", { sub: "" }],
      ["a sub of 129 characters", { sub: "a".repeat(129) }],
      ["sub null", { sub: null }],
      ["a sub that is a number", { sub: 1 }],
      ["a sub in an array", { sub: ["ada"] }],
      ["a sub that is a path", { sub: "ada/sessions/1" }],
      ["sub .", { sub: "." }],
      ["sub ..", { sub: ".." }],
      ["sub __ada__", { sub: "__ada__" }],
      ["a tenant", { firebase: { tenant: "acme" } }],
      ["an empty tenant", { firebase: { tenant: null } }],
      ["a mistyped claim `firebase`", { firebase: "acme" }],
      ["a claim `firebase` that is a list", { firebase: [] }],
      ...times.flatMap((time): [string, Record<string, unknown>][] => [
        [`exp ${JSON.stringify(time)}`, { exp: time }],
        [`iat ${JSON.stringify(time)}`, { iat: time }],
        [`auth_time ${JSON.stringify(time)}`, { auth_time: time }],
      ]),
      ["an iat more than a minute ahead", { iat: iat + 61 }],
      ["an nbf more than a minute ahead", { nbf: iat + 61 }],
      ["an nbf that is no time", { nbf: "now" }],
      ["an auth_time more than a minute ahead", { iat: iat + 60, auth_time: iat + 61 }],
      [
        "an auth_time over a minute later than iat",
        { iat: iat - 61, exp: iat + 61, auth_time: iat },
      ],
      ["a life of over an hour", { exp: iat + 3601 }],
      ["a life of two weeks", { exp: iat + 14 * 86_400 }],
      ["an exp in milliseconds", { exp: start + 3_600_000 }],
      ["an exp before its iat", { iat: iat + 60, exp: iat + 30 }],
    ])("%s", async (_name, claims) => {
      await expect(verify(token(claims))).resolves.toBe("token-invalid");
    });

    test("NaN and Infinity, which JSON cannot say", async () => {
      for (const value of ["NaN", "Infinity", "1e999"]) {
        const odd = payload.replace(/"exp":\d+/, `"exp":${value}`);
        await expect(verify(signJwt(headerOf("RS256"), odd, key))).resolves.toBe("token-invalid");
      }
    });

    test("a service account's custom token", async () => {
      const account = "firebase-adminsdk@demo-auth.iam.gserviceaccount.com";
      const audience =
        "https://identitytoolkit.googleapis.com/google.identity.identitytoolkit.v1.IdentityToolkit";
      const custom = {
        iss: account,
        sub: account,
        aud: audience,
        uid: "ada",
        iat,
        exp: iat + 3600,
      };
      for (const kid of [key.kid, undefined]) {
        const header = JSON.stringify({ alg: "RS256", typ: "JWT", kid });
        await expect(verify(signJwt(header, JSON.stringify(custom), key))).resolves.toBe(
          "token-invalid",
        );
      }
    });
  });

  describe("says that a token has expired", () => {
    const past = { iat: iat - 3600, auth_time: iat - 3600, exp: iat };

    test("from the very second of its exp, without leeway", async () => {
      await expect(verify(token(past))).resolves.toBe("token-expired");
      await expect(verify(token({ ...past, exp: iat - 1 }))).resolves.toBe("token-expired");
    });

    test.each<[string, Record<string, unknown>]>([
      ["its aud", { aud: "demo-other" }],
      ["its iss", { iss: "https://example.com" }],
      ["its lifetime", { iat: iat - 7200, auth_time: iat - 7200 }],
      ["its sub", { sub: "" }],
    ])("but not if %s is wrong, too", async (_name, claims) => {
      await expect(verify(token({ ...past, ...claims }))).resolves.toBe("token-invalid");
    });

    test("but not if its signature is wrong, too", async () => {
      const forged = signIdToken(past, { key: anotherKey, header: { kid: key.kid }, now: start });
      await expect(verify(forged)).resolves.toBe("token-invalid");
    });
  });

  describe("refuses the form", () => {
    const good = token();
    const [header, claims, signature] = good.split(".") as [string, string, string];
    const withPart = (part: number, text: string) =>
      good
        .split(".")
        .map((own, index) => (index === part ? text : own))
        .join(".");
    /** The same bytes once more, with another last character: the stray bits are not zero. */
    const strayBits = (part: string) => {
      const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
      const last = alphabet.indexOf(part.at(-1)!);
      return part.slice(0, -1) + alphabet[last + 1]!;
    };

    test.each<[string, string]>([
      ["of the empty string", ""],
      ["of undefined", "undefined"],
      ["of null", "null"],
      ["of one part", header],
      ["of two parts", `${header}.${claims}`],
      ["of four parts", `${good}.`],
      ["of five parts, a JWE", `${good}.${signature}.${signature}`],
      ["of dots", ".."],
      ["without a header", withPart(0, "")],
      ["without a payload", withPart(1, "")],
      ["without a signature", withPart(2, "")],
      ["with space before it", ` ${good}`],
      ["with a line break after it", `${good}\n`],
      ["with its scheme", `Bearer ${good}`],
      ["with padding in its signature", `${good}==`],
      ["with stray bits in its signature", withPart(2, strayBits(signature))],
      ["with a space in its signature", `${good.slice(0, -9)} ${good.slice(-9)}`],
      ["with a character of no alphabet", `${good}*`],
      ["with a NUL after it", `${good}\0`],
      [
        "of the JSON serialization",
        JSON.stringify({ protected: header, payload: claims, signature }),
      ],
    ])("%s", async (_name, text) => {
      await expect(verify(text)).resolves.toBe("token-invalid");
    });

    test.each<[string, string | Buffer, string | Buffer]>([
      ["a header that is not JSON", "{", payload],
      ["a header that is a string", '"RS256"', payload],
      ["a header that is null", "null", payload],
      ["a header that is an array", `[${headerOf("RS256")}]`, payload],
      [
        "a header that is not UTF-8",
        Buffer.from(`{"alg":"RS256","kid":"${key.kid}","x":"\xff"}`, "latin1"),
        payload,
      ],
      ["a payload that is not JSON", headerOf("RS256"), "foo"],
      ["an empty payload", headerOf("RS256"), ""],
      ["a payload that is a string", headerOf("RS256"), '"ada"'],
      ["a payload that is null", headerOf("RS256"), "null"],
      ["a payload that is an array", headerOf("RS256"), `[${payload}]`],
      ["a payload that goes on", headerOf("RS256"), `${payload}{}`],
      ["a payload after a byte order mark", headerOf("RS256"), `\ufeff${payload}`],
      [
        "a payload that is not UTF-8",
        headerOf("RS256"),
        Buffer.from(payload.replace("ada", "ad\xe1"), "latin1"),
      ],
    ])("of %s, although signed", async (_name, badHeader, badPayload) => {
      await expect(verify(signJwt(badHeader, badPayload, key))).resolves.toBe("token-invalid");
    });

    test("of base64 in the standard alphabet, padded or spaced, although signed", async () => {
      // Bytes that need the alphabet's last two characters, and padding.
      const odd = JSON.stringify({ ...idTokenClaims({}, start), name: "???>>>~~~" });
      const spelled = (spell: (part: string) => string) => {
        return signInput(`${base64url(headerOf("RS256"))}.${spell(base64url(odd))}`, key);
      };
      await expect(verify(spelled((part) => part))).resolves.toMatchObject({ uid: "ada" });
      for (const spell of [
        (part: string) => part.replaceAll("-", "+").replaceAll("_", "/"),
        (part: string) => part.padEnd(Math.ceil(part.length / 4) * 4 + 4, "="),
        (part: string) => `${part.slice(0, 8)}\n${part.slice(8)}`,
      ]) {
        await expect(verify(spelled(spell))).resolves.toBe("token-invalid");
      }
    });

    test("of duplicate names by taking the last one, wherever it is looked at", async () => {
      const twice = payload.replace("{", '{"sub":"grace",');
      await expect(verify(signJwt(headerOf("RS256"), twice, key))).resolves.toMatchObject({
        uid: "ada",
      });
      const hidden = headerOf("RS256").replace("}", ',"alg":"none"}');
      await expect(verify(signJwt(hidden, payload, key))).resolves.toBe("token-invalid");
    });
  });

  test("never says in a refusal what the token said", () => {
    const secret = "s3cr3t";
    for (const bad of [
      token({ aud: secret }),
      token({ sub: `${secret}/` }),
      token({}, { alg: secret }),
      token({ exp: secret }),
      signJwt(headerOf("RS256"), `{${secret}`, key),
      secret,
    ]) {
      const seen: unknown[] = [];
      try {
        void verifier.verify(bad);
      } catch (error) {
        seen.push((error as Error).message, (error as Error).cause);
      }
      expect(seen).toHaveLength(2);
      expect(seen[0]).not.toContain(secret);
      expect(seen[1]).toBeUndefined();
    }
  });

  test("is not made without a project", () => {
    expect(() => firebaseTokenVerifier({ projectId: "" })).toThrow(TypeError);
  });
});

describe("a token that was verified before", () => {
  test("is refused from the second it expires", async () => {
    const { time, verifier } = setUp();
    const ours = token();
    await verifier.verify(ours);
    time.now = start + 3_599_999;
    expect(verifier.verify(ours)).toMatchObject({ uid: "ada" });
    time.now = start + 3_600_000;
    await expect(verdict(() => verifier.verify(ours))).resolves.toBe("token-expired");
    await expect(verdict(() => verifier.verify(ours))).resolves.toBe("token-expired");
  });

  test("is refused when its key goes", async () => {
    const { time, server, verifier } = setUp();
    const ours = token();
    await verifier.verify(ours);
    server.publish(anotherKey);
    time.monotonic += 21_600_000;
    await expect(verdict(() => verifier.verify(ours))).resolves.toBe("token-invalid");
  });

  test("is refused when its key's name goes to another key", async () => {
    const { time, server, verifier } = setUp();
    const ours = token();
    await verifier.verify(ours);
    server.publish({ ...anotherKey, jwk: { ...anotherKey.jwk, kid: key.kid } });
    time.monotonic += 21_600_000;
    await expect(verdict(() => verifier.verify(ours))).resolves.toBe("token-invalid");
    await expect(verdict(() => verifier.verify(ours))).resolves.toBe("token-invalid");
  });

  test("is remembered when keys are renewed and its own is still there", async () => {
    const { time, server, verifier } = setUp();
    const ours = token();
    const before = await verifier.verify(ours);
    server.publish(anotherKey, key);
    time.monotonic += 21_600_000;
    expect(await verifier.verify(ours)).toBe(before);
    expect(server.requests).toHaveLength(2);
  });

  test("is `unavailable` when its key can't be known", async () => {
    const { time, server, verifier } = setUp();
    const ours = token();
    await verifier.verify(ours);
    server.reply = () => Promise.reject(new TypeError("fetch failed"));
    time.monotonic += 21_600_000;
    await expect(verdict(() => verifier.verify(ours))).resolves.toBe("unavailable");
  });

  test("can't be changed by who got it", async () => {
    const { verifier } = setUp();
    const ours = token();
    const got = await verifier.verify(ours);
    expect(() => Object.assign(got, { role: "Admin" })).toThrow(TypeError);
    expect(() => Object.assign(got, { more: true })).toThrow(TypeError);
    expect(await verifier.verify(ours)).toBe(got);
    expect(got).toMatchObject({ role: "User" });
  });

  test("is forgotten when more others were seen than are remembered", async () => {
    const { verifier } = setUp({ maxRemembered: 2 });
    const [ada, grace, joan] = ["ada", "grace", "joan"].map((sub) => token({ sub }));
    const first = await verifier.verify(ada!);
    await verifier.verify(grace!);
    expect(await verifier.verify(ada!)).toBe(first);
    await verifier.verify(joan!);
    expect(await verifier.verify(ada!)).toBe(first);
    await verifier.verify(grace!);
    await verifier.verify(joan!);
    const again = await verifier.verify(ada!);
    expect(again).toStrictEqual(first);
    expect(again).not.toBe(first);
  });

  test("vouches for no other: the same claims, another signature", async () => {
    const { verifier } = setUp();
    const ours = token();
    await verifier.verify(ours);
    const forged = ours.slice(0, ours.lastIndexOf(".") + 1) + "A".repeat(342);
    await expect(verdict(() => verifier.verify(forged))).resolves.toBe("token-invalid");
  });
});
