import { setUp, token, anotherKey, iat } from "../../../../testing/tokens/verifier";
import { verdict } from "../../../../testing/tokens/verdict";

const { verifier } = setUp();
const verify = (candidate: string) => verdict(() => verifier.verify(candidate));

describe("firebaseTokenVerifier verifies", () => {
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
    ["a second factor", { firebase: { sign_in_second_factor: "totp" } }, { secondFactor: "totp" }],
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
      JSON.parse('{"__proto__":{"role":"Admin"},"role":null}') as object as Record<string, unknown>,
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
