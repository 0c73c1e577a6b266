import { createHmac } from "node:crypto";
import { firebaseTokenVerifier } from "../../../src/access/tokens/firebase-token-verifier";
import { googleSigningKeys } from "../../../src/access/tokens/signing-keys";
import {
  base64url,
  idTokenClaims,
  projectId,
  signIdToken,
  testKey,
} from "../../../testing/tokens/id-tokens";
import { keyServer } from "../../../testing/tokens/key-server";
import { verdict } from "../../../testing/tokens/verdict";

const key = testKey();
const { publicKey } = key;
const verifier = firebaseTokenVerifier({
  projectId,
  keys: googleSigningKeys({ fetch: keyServer(key).fetch }),
});

describe("the public key is no secret to sign with", () => {
  const secrets: [string, string | Buffer][] = [
    ["PEM", publicKey.export({ type: "spki", format: "pem" })],
    ["PEM, PKCS #1", publicKey.export({ type: "pkcs1", format: "pem" })],
    ["PEM without its last line break", publicKey.export({ type: "spki", format: "pem" }).trim()],
    ["DER", publicKey.export({ type: "spki", format: "der" })],
    ["DER, PKCS #1", publicKey.export({ type: "pkcs1", format: "der" })],
    ["modulus", Buffer.from(key.jwk.n as string, "base64url")],
    ["JWK", JSON.stringify(key.jwk)],
    ["name", key.kid],
    ["nothing", ""],
  ];

  test.each(secrets)("%s", async (_name, secret) => {
    for (const alg of ["HS256", "RS256"]) {
      const input = signIdToken({}, { key, header: { alg } }).replace(/\.[^.]*$/, "");
      const mac = createHmac("sha256", secret).update(input).digest("base64url");
      await expect(verdict(() => verifier.verify(`${input}.${mac}`))).resolves.toBe(
        "token-invalid",
      );
    }
  });
});

test("what was signed can't be changed afterwards", async () => {
  const [header, claims, mac] = signIdToken({}, { key }).split(".") as [string, string, string];
  const grace = base64url(JSON.stringify(idTokenClaims({ sub: "grace" })));
  const other = base64url(JSON.stringify({ kid: key.kid, alg: "RS256" }));
  await expect(verdict(() => verifier.verify(`${header}.${claims}.${mac}`))).resolves.toMatchObject(
    {
      uid: "ada",
    },
  );
  for (const changed of [`${header}.${grace}.${mac}`, `${other}.${claims}.${mac}`]) {
    await expect(verdict(() => verifier.verify(changed))).resolves.toBe("token-invalid");
  }
});
