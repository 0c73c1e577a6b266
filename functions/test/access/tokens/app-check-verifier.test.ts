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

const refused = (flaw: string) => ({
  code: "token-invalid",
  message: `The ID token is not valid: ${flaw}.`,
});

test.each<[string, object, string]>([
  [
    "of another issuer",
    { iss: "https://securetoken.google.com/123456789" },
    '"iss" is not App Check',
  ],
  ["of no issuer", { iss: undefined }, '"iss" is not App Check'],
  ["whose issuer goes on", { iss: `${good.iss}/x` }, '"iss" is not App Check'],
  [
    "for another project's id",
    { aud: [good.aud[0], "projects/other"] },
    '"aud" is not this project',
  ],
  [
    "for another project's number",
    { aud: ["projects/9", good.aud[1]] },
    '"aud" is not this project',
  ],
  ["for this project's id alone", { aud: [good.aud[1]] }, '"aud" is not this project'],
  ["for one audience that is no list", { aud: good.aud[1] }, '"aud" is not this project'],
  ["of no app", { sub: "" }, '"sub" is no app'],
  ["of an app that is a number", { sub: 7 }, '"sub" is no app'],
  ["of tomorrow", { iat: now / 1000 + 86_400 }, '"iat" is in the future'],
  ["of no day", { iat: "today" }, '"iat" is not a time in whole seconds'],
  ["that never ends", { exp: undefined }, '"exp" is not a time in whole seconds'],
])("refuses a token %s", async (_what, claims, flaw) => {
  await expect(verify(token(claims))).rejects.toMatchObject(refused(flaw));
});

test("takes one that was made a minute ahead of this clock", async () => {
  await expect(verify(token({ iat: now / 1000 + 60 }))).resolves.toBeUndefined();
});

test.each<[string, object, string]>([
  ["that is not signed", { alg: "none" }, 'its "alg" is not RS256'],
  ["of another algorithm", { alg: "HS256" }, 'its "alg" is not RS256'],
  ["of another type", { typ: "at+jwt" }, 'its "typ" is not JWT'],
  ["of a key that is not published", { kid: "unknown" }, "its key is not published"],
  ["that names no key", { kid: undefined }, 'its "kid" is missing'],
])("refuses a token %s", async (_what, header, flaw) => {
  await expect(verify(token({}, header))).rejects.toMatchObject(refused(flaw));
});

test("refuses another key's signature, and what is no token", async () => {
  const flaw = "its signature does not match";
  await expect(verify(token({}, {}, other))).rejects.toMatchObject(refused(flaw));
  for (const bad of ["", "a.b", "x".repeat(10_000)]) {
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
