import { setUp, token, key, start, headerOf, payload } from "../../../testing/tokens/verifier";
import { base64url, idTokenClaims, signInput, signJwt } from "../../../testing/tokens/id-tokens";
import { verdict } from "../../../testing/tokens/verdict";

const { verifier } = setUp();
const verify = (candidate: string) => verdict(() => verifier.verify(candidate));

describe("firebaseTokenVerifier refuses the form", () => {
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
