import { randomBytes } from "node:crypto";
import type { AuthError } from "../../src/errors";
import { authKeys } from "../../src/auth-keys";
import {
  newSecret,
  newSessionId,
  readRefreshToken,
  secondOf,
  writeRefreshToken,
} from "../../src/sessions/refresh-token";

const older = randomBytes(32);
const newer = randomBytes(32);
const keys = authKeys([newer, older]);
const token = {
  uid: "a.b:c ü",
  sessionId: newSessionId(1_790_000_000),
  generation: 3,
  secret: newSecret(),
};

/** The code that a call is refused with; `undefined` if it is not. */
function refusal(call: () => unknown): string | undefined {
  try {
    call();
    return undefined;
  } catch (error) {
    return (error as AuthError).code;
  }
}

describe("a refresh token", () => {
  test("is read as it was written", () => {
    const read = readRefreshToken(keys, writeRefreshToken(keys, token));
    expect({ ...read, secret: Buffer.from(read.secret) }).toEqual(token);
    expect(secondOf(read.sessionId)).toBe(1_790_000_000);
  });

  test("stays good while its key is the older one, and no longer", () => {
    const text = writeRefreshToken(authKeys([older]), token);
    expect(readRefreshToken(keys, text).uid).toBe(token.uid);
    expect(refusal(() => readRefreshToken(authKeys([newer]), text))).toBe("refresh-token-invalid");
  });

  test("fits into 3,500 bytes for any uid", () => {
    const text = writeRefreshToken(keys, { ...token, uid: "\u{10ffff}".repeat(64) });
    expect(text.length).toBeLessThan(3500);
    expect(readRefreshToken(keys, text).uid).toBe("\u{10ffff}".repeat(64));
  });

  const text = writeRefreshToken(keys, token);
  const parts = text.split(".");
  const with_ = (index: number, part: string) => parts.with(index, part).join(".");
  test.each([
    ["nothing", ""],
    ["Firebase's own", "AMf-vBxl1Zq0SJ2z9y"],
    ["another generation", with_(3, "4")],
    ["another user", with_(1, Buffer.from("grace").toString("base64url"))],
    ["another session", with_(2, newSessionId(1_790_000_000))],
    ["another secret", with_(4, Buffer.from(newSecret()).toString("base64url"))],
    ["another signature", with_(5, Buffer.from(newSecret()).toString("base64url"))],
    ["one part more", `${text}.x`],
    ["a line break", `${text}\n`],
    ["the older form", `1.${parts[1]!}.AMf-vBxl1Zq0SJ2z9y`],
  ])("is not made of %s", (_, made) => {
    expect(refusal(() => readRefreshToken(keys, made))).toBe("refresh-token-invalid");
  });
});

test.each([[[]], [[new Uint8Array(31)]]])("keys must be there and long enough: %j", (values) => {
  expect(() => authKeys(values)).toThrow(TypeError);
});
