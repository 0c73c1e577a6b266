import {
  constants,
  createHash,
  generateKeyPairSync,
  privateEncrypt,
  sign,
  type SignKeyObjectInput,
} from "node:crypto";
import { firebaseTokenVerifier } from "../../../src/access/tokens/firebase-token-verifier";
import { googleSigningKeys } from "../../../src/access/tokens/signing-keys";
import { base64url, idTokenClaims, projectId, testKey } from "../../../testing/tokens/id-tokens";
import { keyServer } from "../../../testing/tokens/key-server";
import { verdict } from "../../../testing/tokens/verdict";

/*
 * The cases of Wycheproof's JSON web signature vectors that an RS256 verifier meets
 * (https://github.com/C2SP/wycheproof, testvectors_v1/json_web_signature_test.json), made again with a
 * key and claims of our own. The vectors sign the text "foo", which is refused for being no ID token
 * whatever the signature; here the signature alone decides.
 */

const key = testKey();
const { privateKey } = key;
const verifier = firebaseTokenVerifier({
  projectId,
  keys: googleSigningKeys({ fetch: keyServer(key).fetch }),
});

const signingInput = [{ alg: "RS256", kid: key.kid, typ: "JWT" }, idTokenClaims()]
  .map((part) => base64url(JSON.stringify(part)))
  .join(".");
const verify = (signature: Buffer) =>
  verdict(() => verifier.verify(`${signingInput}.${base64url(signature)}`));

const signature = sign("sha256", Buffer.from(signingInput), privateKey);
const digest = createHash("sha256").update(signingInput).digest();

const bytes = (hex: string) => Buffer.from(hex.replaceAll(" ", ""), "hex");

/** AlgorithmIdentifier of SHA-256, and the digest as an OCTET STRING (RFC 8017, section 9.2). */
const sha256 = bytes("30 0d 06 09 60 86 48 01 65 03 04 02 01 05 00");
const octets = Buffer.concat([bytes("04 20"), digest]);

/** A DigestInfo with these bytes for its tag and length, and these inside. */
const digestInfo = (head = "30 31", ...inside: Buffer[]) =>
  Buffer.concat([bytes(head), ...(inside.length > 0 ? inside : [sha256, octets])]);

/** Signs any encoded message, padded on the left as EMSA-PKCS1-v1_5 does, or as told. */
function signRaw(info: Buffer, { type = "01", filler = "ff", after = "" } = {}): Buffer {
  const length = 256 - 3 - info.length - bytes(after).length;
  const message = [
    bytes(`00 ${type}`),
    bytes(filler.repeat(length)),
    bytes("00"),
    info,
    bytes(after),
  ];
  return privateEncrypt(
    { key: privateKey, padding: constants.RSA_NO_PADDING },
    Buffer.concat(message),
  );
}

test("a signature made by hand, step by step as RFC 8017 says, is the real one", async () => {
  expect(signRaw(digestInfo())).toEqual(signature);
  await expect(verify(signRaw(digestInfo()))).resolves.toMatchObject({ uid: "ada" });
});

describe("a signature is refused with", () => {
  const nul = bytes("05 00");
  const modulus = BigInt(`0x${Buffer.from(key.jwk.n as string, "base64url").toString("hex")}`);
  const value = BigInt(`0x${signature.toString("hex")}`);
  const integer = (number: bigint, length = 256) =>
    bytes(number.toString(16).padStart(2 * length, "0"));

  test.each<[string, Buffer]>([
    [
      "its first bit changed",
      Buffer.from(signature.map((byte, i) => (i === 0 ? byte ^ 0x80 : byte))),
    ],
    [
      "its last bit changed",
      Buffer.from(signature.map((byte, i) => (i === 255 ? byte ^ 1 : byte))),
    ],
    ["a byte less", signature.subarray(0, 255)],
    ["a byte more", Buffer.concat([signature, bytes("00")])],
    ["a zero before it", Buffer.concat([bytes("00"), signature])],
    ["the modulus added", integer(value + modulus, 257)],
    ["the value 0", integer(0n)],
    ["the value 1", integer(1n)],
    ["the modulus less 1", integer(modulus - 1n)],
    ["the modulus itself", integer(modulus)],
    ["a length in long form", signRaw(digestInfo("30 81 31"))],
    ["a length with a leading zero", signRaw(digestInfo("30 82 00 31"))],
    ["a length too large", signRaw(digestInfo("30 32"))],
    ["a length too small", signRaw(digestInfo("30 30"))],
    ["a length over 32 bits", signRaw(digestInfo("30 85 01 00 00 00 31"))],
    ["a length over 64 bits", signRaw(digestInfo("30 89 01 00 00 00 00 00 00 00 31"))],
    ["an indefinite length", signRaw(digestInfo("30 80"))],
    [
      "an indefinite length that ends",
      signRaw(digestInfo("30 80", sha256, octets, bytes("00 00"))),
    ],
    ["no sequence", signRaw(Buffer.concat([sha256, octets]))],
    ["a lone sequence tag", signRaw(bytes("30"))],
    ["an empty sequence", signRaw(bytes("30 00"))],
    [
      "zeros inside the sequence's end",
      signRaw(digestInfo("30 33", sha256, octets, bytes("00 00"))),
    ],
    ["a null at the sequence's end", signRaw(digestInfo("30 33", sha256, octets, nul))],
    ["a null at its begin", signRaw(digestInfo("30 33", nul, sha256, octets))],
    ["garbage after the sequence", signRaw(digestInfo(), { after: "de ad" })],
    ["short padding and garbage after it", signRaw(digestInfo(), { after: "00".repeat(190) })],
    [
      "no parameters",
      signRaw(digestInfo("30 2f", bytes("30 0b 06 09 60 86 48 01 65 03 04 02 01"), octets)),
    ],
    [
      "SHA-1's name",
      signRaw(digestInfo("30 2d", bytes("30 09 06 05 2b 0e 03 02 1a 05 00"), octets)),
    ],
    [
      "SHA-512's name",
      signRaw(digestInfo("30 31", bytes("30 0d 06 09 60 86 48 01 65 03 04 02 03 05 00"), octets)),
    ],
    ["the bare digest", signRaw(digest)],
    [
      "another digest",
      signRaw(digestInfo("30 31", sha256, bytes("04 20"), createHash("sha256").digest())),
    ],
    ["block type 0", signRaw(digestInfo(), { type: "00", filler: "00" })],
    ["block type 2", signRaw(digestInfo(), { type: "02" })],
    ["padding of other bytes", signRaw(digestInfo(), { filler: "fe" })],
  ])("%s", async (_name, forged) => {
    await expect(verify(forged)).resolves.toBe("token-invalid");
  });

  test.each<[string, string, Partial<SignKeyObjectInput>]>([
    ["SHA-1", "sha1", {}],
    ["SHA-384", "sha384", {}],
    ["SHA-512", "sha512", {}],
    ["PSS", "sha256", { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }],
  ])("%s by the right key", async (_name, algorithm, options) => {
    const input = Buffer.from(signingInput);
    await expect(verify(sign(algorithm, input, { key: privateKey, ...options }))).resolves.toBe(
      "token-invalid",
    );
  });

  test("an elliptic curve", async () => {
    const pair = generateKeyPairSync("ec", { namedCurve: "P-256" });
    await expect(verify(sign("sha256", Buffer.from(signingInput), pair.privateKey))).resolves.toBe(
      "token-invalid",
    );
  });
});
