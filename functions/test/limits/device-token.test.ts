import { randomBytes } from "node:crypto";
import { authKeys } from "../../src/auth-keys";
import { readDeviceToken, writeDeviceToken } from "../../src/limits/device-token";

const keys = authKeys([randomBytes(32)]);
const now = Date.UTC(2026, 0, 1);
const year = 365 * 24 * 60 * 60 * 1000;

describe("a device token", () => {
  const token = writeDeviceToken(keys, "ada@example.com", now);

  test("knows its device for a year", () => {
    const device = readDeviceToken(keys, token, "ada@example.com", now);
    expect(device).toMatch(/^[\w-]{22}$/);
    expect(readDeviceToken(keys, token, "ada@example.com", now + year - 1)).toBe(device);
    expect(readDeviceToken(keys, token, "ada@example.com", now + year)).toBeUndefined();
  });

  test("is for one address, and does not hold it", () => {
    expect(readDeviceToken(keys, token, "grace@example.com", now)).toBeUndefined();
    expect(Buffer.from(token).toString()).not.toContain("ada");
  });

  test("can't be made or changed by others", () => {
    const others = authKeys([randomBytes(32)]);
    expect(readDeviceToken(others, token, "ada@example.com", now)).toBeUndefined();
    const [version, expiresAt = "", ...rest] = token.split(".");
    const later = [version, Number(expiresAt) + 1, ...rest].join(".");
    expect(readDeviceToken(keys, later, "ada@example.com", now)).toBeUndefined();
    expect(readDeviceToken(keys, "", "ada@example.com", now)).toBeUndefined();
  });

  test("differs from sign-in to sign-in", () => {
    const device = (text: string) => readDeviceToken(keys, text, "ada@example.com", now);
    expect(device(writeDeviceToken(keys, "ada@example.com", now))).not.toBe(device(token));
  });
});
