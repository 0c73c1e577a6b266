import { setUp, token, key, headerOf } from "../../../../testing/tokens/verifier";
import { verdict } from "../../../../testing/tokens/verdict";
import { firebaseTokenVerifier } from "../../../../src/access/tokens/firebase-token-verifier";
import { signJwt } from "../../../../testing/tokens/id-tokens";

const { verifier } = setUp();
// With its keys in memory it answers at once.
beforeAll(() => verdict(() => verifier.verify(token())));

test("firebaseTokenVerifier never says in a refusal what the token said", () => {
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

test("firebaseTokenVerifier is not made without a project", () => {
  expect(() => firebaseTokenVerifier({ projectId: "" })).toThrow(TypeError);
});
