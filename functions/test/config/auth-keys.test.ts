import { readSecret } from "../../src/config";

describe("AUTH_KEYS", () => {
  const [one, two] = [Buffer.alloc(32, 1), Buffer.alloc(48, 2)];
  const text = (...keys: Buffer[]) => keys.map((key) => key.toString("base64url")).join();
  const read = (value: string | undefined) => readSecret("AUTH_KEYS", { AUTH_KEYS: value });

  test("are one key or two, the newest first", () => {
    expect(read(text(one))).toEqual([one]);
    expect(read(text(two, one))).toEqual([two, one]);
  });

  test.each([
    ["nothing", undefined],
    ["an empty text", ""],
    ["a short key", text(Buffer.alloc(31))],
    ["a short old key", text(one, Buffer.alloc(31))],
    ["three keys", text(one, two, one)],
    ["what is no base64url", "%".repeat(43)],
  ])("are not %s", (_, value) => {
    expect(() => read(value)).toThrow(/^Secrets: AUTH_KEYS must be /);
  });

  test("are not repeated when they are refused", () => {
    expect(() => read("tooshortasecret")).not.toThrow(/tooshortasecret/);
  });
});
