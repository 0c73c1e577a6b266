import { bindingClaim } from "../../../src/identity/custom-tokens";
import { signInput, signJwt, testKey } from "../../../testing/tokens/id-tokens";
import { headerOf, iat, key, payload, setUp, token } from "../../../testing/tokens/verifier";

const { verifier } = setUp();
const verify = async (candidate: string) => verifier.verify(candidate);
const withHeader = (header: string | Buffer) => signJwt(header, payload, key);
const withPayload = (claims: string | Buffer) => signJwt(headerOf("RS256"), claims, key);
const [header, claims] = token().split(".") as [string, string];

/** A refusal tells a developer what is wrong with the token, and quotes nothing of it. */
test.each<[string, string]>([
  ["it is too long", "x".repeat(8193)],
  ["it has fewer than three parts", `${header}.${claims}`],
  ["its header is not base64url", `*.${claims}.AAAA`],
  ["its header is not UTF-8", withHeader(Buffer.from([0xff]))],
  ["its header is not JSON", withHeader("{")],
  ["its header is not an object", withHeader("[]")],
  ["its header asks for an extension", token({}, { crit: ["exp"] })],
  ["its payload is not base64url", `${header}.*.AAAA`],
  ["its payload is not UTF-8", withPayload(Buffer.from([0xff]))],
  ["its payload is not JSON", withPayload("{")],
  ["its payload is not an object", withPayload("null")],
  ["its signature is not base64url", `${header}.${claims}.AAAA=`],
  ['its "alg" is not RS256', token({}, { alg: "none" })],
  ['its "kid" is missing', token({}, { kid: undefined })],
  ["its key is not published", token({}, { kid: "unknown" })],
  ["its signature does not match", signInput(`${header}.${claims}`, testKey("key-2"))],
  ['"iss" is not the issuer of this project\'s ID tokens', token({ iss: "eve" })],
  ['"aud" is not this project', token({ aud: "other" })],
  ['"sub" is not a user id', token({ sub: "a/b" })],
  ["it belongs to a tenant", token({ firebase: { tenant: "acme" } })],
  ['"exp" is not a time in whole seconds', token({ exp: "soon" })],
  ['"iat" is not a time in whole seconds', token({ iat: 0 })],
  ['"auth_time" is not a time in whole seconds', token({ auth_time: 0.5 })],
  ['"nbf" is not a time in whole seconds', token({ nbf: "now" })],
  ['"iat" is in the future', token({ iat: iat + 61 })],
  ['"nbf" is in the future', token({ nbf: iat + 61 })],
  ['"auth_time" is in the future', token({ iat: iat + 60, auth_time: iat + 61 })],
  ['"auth_time" is later than "iat"', token({ iat: iat - 61, exp: iat + 61, auth_time: iat })],
  ['"exp" is not later than "iat"', token({ iat, exp: iat })],
  ["it lives for more than an hour", token({ exp: iat + 3601 })],
  [`"${bindingClaim}" is not a binding`, token({ [bindingClaim]: 1 })],
  ['"began" is not a time in whole seconds', token({ [bindingClaim]: { until: iat + 60 } })],
])("says of a token that %s", async (flaw, bad) => {
  await expect(verify(bad)).rejects.toMatchObject({
    code: "token-invalid",
    message: `The ID token is not valid: ${flaw}.`,
  });
});

test("says of one that has expired that it must be renewed", async () => {
  await expect(
    verify(token({ auth_time: iat - 3600, iat: iat - 3600, exp: iat })),
  ).rejects.toMatchObject({
    code: "token-expired",
    message: "The ID token has expired; renew it.",
  });
});

test("takes what is just right: a minute ahead, an hour long", async () => {
  const ahead = { iat: iat + 60, nbf: iat + 60, auth_time: iat + 60, exp: iat + 3660 };
  await expect(verify(token(ahead))).resolves.toMatchObject({ issuedAt: iat + 60 });
  const late = { iat: iat - 60, auth_time: iat, exp: iat + 60 };
  await expect(verify(token(late))).resolves.toMatchObject({ authTime: iat });
});

test.each([
  ["a kind", { sign_in_second_factor: "totp" }, "totp"],
  ["no kind", {}, null],
  ["an empty kind", { sign_in_second_factor: "" }, null],
  ["what is no kind", { sign_in_second_factor: 1 }, null],
])("tells the second factor: %s", async (_what, firebase, secondFactor) => {
  await expect(verify(token({ firebase }))).resolves.toMatchObject({ secondFactor });
});
