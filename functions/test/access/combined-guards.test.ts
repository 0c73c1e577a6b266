import type { SignedInCaller } from "../../src/access/caller";
import { allOf, anyOf } from "../../src/access/combined-guards";
import {
  anyone,
  type Guard,
  requireFresh,
  requireRole,
  requireSignIn,
  requireUserId,
} from "../../src/access/guards";
import { AuthError } from "../../src/errors";
import { tokenRefusals, ada, rules, said } from "../../testing/access/guards";

const unverifiedToo = { verifiedEmail: false } as const;
const mine = requireUserId(({ userId }: { userId: string }) => userId);

test.each<[string, () => Guard<never>, string | undefined]>([
  [
    "the second one's no",
    () => allOf(requireRole("Admin"), requireFresh()),
    "fresh-sign-in-required",
  ],
  ["yes when both do", () => allOf(requireRole("Admin"), requireSignIn()), undefined],
  [
    "the first one's no, and asks no more",
    () => allOf(requireRole("User"), requireFresh()),
    "not-allowed",
  ],
])("allOf says %s", async (_what, guard, expected) => {
  expect(await said(guard(), ada)).toBe(expected);
});

test.each<[string, () => Guard<never>, Guard["needs"], string[]]>([
  ["anyOf", () => anyOf(requireRole("Admin"), mine), "user", ["email-not-verified", "not-allowed"]],
  [
    "anyOf anyone",
    () => anyOf(requireFresh(unverifiedToo), anyone),
    "nobody",
    ["fresh-sign-in-required"],
  ],
  ["allOf of nobody in particular", () => allOf(anyone, anyone), "nobody", []],
  ["allOf", () => allOf(anyone, requireFresh(unverifiedToo)), "user", ["fresh-sign-in-required"]],
])("%s says whom it needs and what it refuses with", (_name, guard, needs, refuses) => {
  expect(guard().needs).toBe(needs);
  const ofTokens = refuses.length === 0 && needs === "nobody" ? [] : tokenRefusals;
  expect([...guard().refuses].sort()).toEqual([...ofTokens, ...refuses].sort());
});

describe("anyOf", () => {
  const checking = (check: Guard<unknown, SignedInCaller>["check"]) => ({
    ...requireSignIn(),
    check,
  });
  const says = (code: "not-allowed" | "email-not-verified" | "unavailable" | "invalid-request") =>
    checking(() => {
      throw new AuthError(code, "");
    });
  const breaks = checking(() => {
    throw new TypeError("a bug");
  });
  const slow = checking(() => Promise.resolve(ada));

  test.each<[string, [Guard, ...Guard[]], string | undefined]>([
    ["the first that lets in, and asks no more", [anyone, breaks], undefined],
    ["a later one", [says("not-allowed"), anyone], undefined],
    ["one that takes its time", [says("not-allowed"), slow], undefined],
    ["the last refusal", [says("not-allowed"), says("email-not-verified")], "email-not-verified"],
    ["an outage, which is no answer", [says("unavailable"), anyone], "unavailable"],
    [
      "that a request is malformed",
      [says("invalid-request"), says("not-allowed")],
      "invalid-request",
    ],
    ["itself within itself", [anyOf(says("not-allowed")), anyOf(anyone)], undefined],
  ])("tells %s", async (_name, guards, expected) => {
    expect(await said(anyOf(...guards), ada)).toBe(expected);
  });

  test("gives whom the guard that let in knows", async () => {
    const who = anyOf(says("not-allowed"), requireSignIn()).check({
      caller: ada,
      request: {},
      rules: rules(),
    });
    expect((await who).userId satisfies string).toBe("ada");
  });

  test("does not swallow a bug", async () => {
    await expect(said(anyOf(breaks, anyone), ada)).rejects.toThrow(TypeError);
  });
});
