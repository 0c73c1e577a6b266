import { email } from "../../../src/operation/fields";
import { withinLimits, limitKey } from "../../../src/mail/outbox/rate-limit";

const second = 1000;
const minute = 60 * second;
const limits = { perMinute: 1, perHour: 5 };

describe("withinLimits", () => {
  test.each<[string, number[], number, boolean]>([
    ["the first", [], 0, true],
    ["a second in the same minute", [0], 59 * second, false],
    ["a second a minute later", [0], minute, true],
    ["a fifth within the hour", [0, 2, 4, 6].map((at) => at * minute), 59 * minute, true],
    ["a sixth within the hour", [0, 2, 4, 6, 8].map((at) => at * minute), 59 * minute, false],
    ["a sixth after the hour", [0, 2, 4, 6, 8].map((at) => at * minute), 60 * minute, true],
    ["one whose task ran late", [2 * minute], 2 * minute - second, false],
  ])("decides about %s", (_, sent, askedAt, within) => {
    expect(withinLimits(sent, askedAt, limits) !== undefined).toBe(within);
  });

  test("remembers what still counts", () => {
    expect(withinLimits([0, 30 * minute], 70 * minute, limits)).toEqual([30 * minute, 70 * minute]);
  });

  test("goes by the parameters", () => {
    expect(withinLimits([0, 1], 2, { perMinute: 3, perHour: 3 })).toEqual([0, 1, 2]);
    expect(withinLimits([0, 1, 2], 3, { perMinute: 3, perHour: 3 })).toBeUndefined();
    expect(withinLimits([0, 1, 2], 3, { perMinute: 0, perHour: 4 })).toEqual([0, 1, 2, 3]);
    expect(withinLimits([0, 1, 2], 3, { perMinute: 0, perHour: 0 })).toEqual([0, 1, 2, 3]);
  });
});

test("a mailbox has one counter of a kind, whatever follows a +, and a user has one", () => {
  const key = limitKey("password-reset", "ada@example.com");
  expect(limitKey("password-reset", "ada+1@example.com")).toBe(key);
  expect(limitKey("password-reset", "ada+a+b@example.com")).toBe(key);
  expect(limitKey("password-reset", "grace@example.com")).not.toBe(key);
  expect(limitKey("password-reset", "ada@example.org")).not.toBe(key);
  expect(limitKey("role-changed", "uid+1")).not.toBe(limitKey("role-changed", "uid+2"));
});

test("the case of an address and its tag make no other mailbox, and dots do", () => {
  const keyOf = (typed: string) => limitKey("password-reset", email.parse(typed));
  const mailbox = keyOf("ada@example.com");
  expect(["Ada@Example.COM", "ADA+1@example.com"].map(keyOf)).toEqual([mailbox, mailbox]);
  expect(keyOf("a.da@example.com")).not.toBe(mailbox);
});

test("the counter's name does not tell the address, and is another for each kind", () => {
  const [one, two] = ["password-reset", "email-verification"].map((kind) =>
    limitKey(kind, "ada@example.com"),
  );
  expect(one).toMatch(/^[0-9a-f]{64}$/);
  expect(one).not.toBe(two);
});
