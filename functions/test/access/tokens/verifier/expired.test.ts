import { setUp, token, key, anotherKey, start, iat } from "../../../../testing/tokens/verifier";
import { signIdToken } from "../../../../testing/tokens/id-tokens";
import { verdict } from "../../../../testing/tokens/verdict";

const { verifier } = setUp();
const verify = (candidate: string) => verdict(() => verifier.verify(candidate));

describe("firebaseTokenVerifier says that a token has expired", () => {
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
