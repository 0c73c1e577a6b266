import { appCheckVerifier } from "../../../src/access/tokens/app-check-verifier";
import { googleSigningKeys } from "../../../src/access/tokens/signing-keys";
import { projectId, signJwt, testKey } from "../../../testing/tokens/id-tokens";
import { keyServer } from "../../../testing/tokens/key-server";

const key = testKey();
const other = testKey("key-2");
const server = keyServer(key);
const now = Date.UTC(2026, 0, 1);
const verify = appCheckVerifier({
  projectId,
  keys: googleSigningKeys({ fetch: server.fetch }),
  now: () => now,
});

const good = {
  iss: "https://firebaseappcheck.googleapis.com/123456789",
  aud: ["projects/123456789", `projects/${projectId}`],
  sub: "1:123456789:web:abc",
  iat: now / 1000,
  exp: now / 1000 + 3600,
};

const token = (claims: object = {}, header: object = {}, signer = key) =>
  signJwt(
    JSON.stringify({ alg: "RS256", typ: "JWT", kid: key.kid, ...header }),
    JSON.stringify({ ...good, ...claims }),
    signer,
  );

test("takes a token of App Check for this project", async () => {
  await expect(verify(token())).resolves.toBeUndefined();
});

test.each([
  ["of another issuer", { iss: "https://securetoken.google.com/123456789" }],
  ["whose issuer goes on", { iss: `${good.iss}/x` }],
  ["for another project's id", { aud: ["projects/123456789", "projects/other"] }],
  ["for another project's number", { aud: ["projects/987654321", `projects/${projectId}`] }],
  ["for this project's id alone", { aud: [`projects/${projectId}`] }],
  ["for one audience that is no list", { aud: `projects/${projectId}` }],
  ["of no app", { sub: "" }],
  ["of tomorrow", { iat: now / 1000 + 86_400 }],
  ["that never ends", { exp: undefined }],
])("refuses a token %s", async (_what, claims) => {
  await expect(verify(token(claims))).rejects.toMatchObject({ code: "token-invalid" });
});

test.each([
  ["that is not signed", { alg: "none" }],
  ["of another algorithm", { alg: "HS256" }],
  ["of another type", { typ: "at+jwt" }],
  ["of a key that is not published", { kid: "unknown" }],
  ["that names no key", { kid: undefined }],
])("refuses a token %s", async (_what, header) => {
  await expect(verify(token({}, header))).rejects.toMatchObject({ code: "token-invalid" });
});

test("refuses another key's signature, and what is no token", async () => {
  for (const bad of [token({}, {}, other), "", "a.b", "x".repeat(10_000)]) {
    await expect(verify(bad)).rejects.toMatchObject({ code: "token-invalid" });
  }
});

test("says of a token that was good that it has expired", async () => {
  await expect(verify(token({ exp: now / 1000 }))).rejects.toMatchObject({ code: "token-expired" });
});

test("knows nothing while the keys are away", async () => {
  const away = googleSigningKeys({ fetch: () => Promise.reject(new Error("away")) });
  const blind = appCheckVerifier({ projectId, keys: away, now: () => now });
  await expect(blind(token())).rejects.toMatchObject({ code: "unavailable" });
});
