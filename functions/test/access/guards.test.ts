import type { ClientCaller, SignedInCaller } from "../../src/access/caller";
import {
  allOf,
  anyOf,
  anyone,
  type Guard,
  requireEmail,
  requireFresh,
  requireRole,
  requireSecondFactor,
  requireSignIn,
  requireUserId,
} from "../../src/access/guards";
import { AuthError, isRefusal } from "../../src/errors";
import { verdict } from "../../testing/tokens/verdict";

/** Milliseconds since 1970, in the middle of a second. */
const now = 1_700_000_000_500;

const ada: SignedInCaller = {
  kind: "user",
  userId: "ada",
  role: "Admin",
  email: "ada@example.com",
  emailVerified: true,
  authTime: 1_700_000_000 - 300,
  secondFactor: null,
};
const unverified: SignedInCaller = { ...ada, emailVerified: false };
const roleless: SignedInCaller = { ...ada, role: null };
const anonymous: ClientCaller = { kind: "anonymous" };

/** What a guard says, `undefined` for yes. */
async function said(
  guard: Guard<never>,
  caller: ClientCaller,
  requireVerifiedEmail = true,
  request?: unknown,
): Promise<unknown> {
  const rules = { requireVerifiedEmail, freshSignInSeconds: 300, now: () => now };
  const answer = await verdict(() => guard.check({ caller, request: request as never, rules }));
  return typeof answer === "string" ? answer : undefined;
}

const mine = requireUserId(({ userId }: { userId: string }) => userId);
const myEmail = requireEmail(({ email }: { email: string }) => email);
const unverifiedToo = { verifiedEmail: false } as const;
const tokenRefusals = [
  "not-signed-in",
  "token-expired",
  "token-invalid",
  "session-revoked",
  "user-disabled",
];

describe.each<[string, Guard<never>, ClientCaller, unknown, string | undefined]>([
  ["anyone", anyone, anonymous, {}, undefined],
  ["requireSignIn", requireSignIn(), ada, {}, undefined],
  ["requireSignIn", requireSignIn(), anonymous, {}, "not-signed-in"],
  ["requireSignIn", requireSignIn(), unverified, {}, "email-not-verified"],
  ["requireSignIn for unverified ones", requireSignIn(unverifiedToo), unverified, {}, undefined],
  [
    "requireSignIn for unverified ones",
    requireSignIn(unverifiedToo),
    anonymous,
    {},
    "not-signed-in",
  ],
  ["requireRole of theirs", requireRole("Admin"), ada, {}, undefined],
  ["requireRole of several", requireRole("User", "Admin"), ada, {}, undefined],
  ["requireRole of another", requireRole("User"), ada, {}, "not-allowed"],
  ["requireRole in another spelling", requireRole("admin"), ada, {}, "not-allowed"],
  ["requireRole of none", requireRole(), ada, {}, "not-allowed"],
  ["requireRole", requireRole("Admin"), roleless, {}, "not-allowed"],
  ["requireRole", requireRole("Admin"), unverified, {}, "email-not-verified"],
  ["requireRole", requireRole("Admin"), anonymous, {}, "not-signed-in"],
  ["requireUserId of theirs", requireUserId("ada"), ada, {}, undefined],
  ["requireUserId of another", requireUserId("eve"), ada, {}, "not-allowed"],
  ["requireUserId", requireUserId("ada"), unverified, {}, "email-not-verified"],
  [
    "requireUserId for unverified ones",
    requireUserId("ada", unverifiedToo),
    unverified,
    {},
    undefined,
  ],
  [
    "requireUserId for unverified ones",
    requireUserId("eve", unverifiedToo),
    unverified,
    {},
    "not-allowed",
  ],
  ["requireUserId out of the request", mine, ada, { userId: "ada" }, undefined],
  ["requireUserId out of the request", mine, ada, { userId: "eve" }, "not-allowed"],
  ["requireEmail of theirs", requireEmail("ada@example.com"), ada, {}, undefined],
  ["requireEmail in another case", requireEmail("Ada@Example.COM"), ada, {}, undefined],
  ["requireEmail with a look-alike", requireEmail("ada@example.co\u217F"), ada, {}, "not-allowed"],
  ["requireEmail of another", requireEmail("eve@example.com"), ada, {}, "not-allowed"],
  ["requireEmail", requireEmail("ada@example.com"), anonymous, {}, "not-signed-in"],
  ["requireEmail out of the request", myEmail, ada, { email: "ada@example.com" }, undefined],
  ["requireEmail out of the request", myEmail, ada, { email: "eve@example.com" }, "not-allowed"],
  ["requireUserId out of no request", mine, ada, null, "invalid-request"],
  ["requireUserId out of the request", mine, ada, { userId: 7 }, "invalid-request"],
  ["requireEmail out of no request", myEmail, ada, undefined, "invalid-request"],
  ["requireFresh", requireFresh(), ada, {}, "fresh-sign-in-required"],
  ["requireFresh", requireFresh(), { ...ada, authTime: ada.authTime + 1 }, {}, undefined],
  ["requireFresh of more", requireFresh({ seconds: 301 }), ada, {}, undefined],
  ["requireFresh", requireFresh(), unverified, {}, "email-not-verified"],
  ["requireFresh", requireFresh(), anonymous, {}, "not-signed-in"],
  ["requireSecondFactor", requireSecondFactor(), ada, {}, "second-factor-required"],
  ["requireSecondFactor", requireSecondFactor(), { ...ada, secondFactor: "totp" }, {}, undefined],
  ["allOf", allOf(requireRole("Admin"), requireFresh()), ada, {}, "fresh-sign-in-required"],
  ["allOf", allOf(requireRole("Admin"), requireSignIn()), ada, {}, undefined],
  ["allOf", allOf(requireRole("User"), requireFresh()), ada, {}, "not-allowed"],
])("%s", (_name, guard, caller, request, expected) => {
  test(`says ${expected ?? "yes"} to ${JSON.stringify(caller)}`, async () => {
    expect(await said(guard, caller, true, request)).toBe(expected);
  });
});

describe("where no verified e-mail is asked for,", () => {
  test.each<[string, Guard, string | undefined]>([
    ["requireSignIn", requireSignIn(), undefined],
    ["requireRole", requireRole("Admin"), undefined],
    ["requireUserId", requireUserId("ada"), undefined],
    // An address that is not verified proves nothing.
    ["requireEmail", requireEmail("ada@example.com"), "email-not-verified"],
  ])("%s says %s to somebody unverified", async (_name, guard, expected) => {
    expect(await said(guard, unverified, false)).toBe(expected);
  });
});

test("a caller without an address has no address", async () => {
  expect(await said(requireEmail("null"), { ...ada, email: null })).toBe("not-allowed");
});

test("a refusal for want of a fresh sign-in says how fresh it must be", async () => {
  const rules = { requireVerifiedEmail: true, freshSignInSeconds: 60, now: () => now };
  const check = async () => requireFresh().check({ caller: ada, request: {}, rules });
  await expect(check()).rejects.toMatchObject({ details: { maxAgeSeconds: 60 } });
});

test.each<[string, Guard<never>, Guard["needs"], string[]]>([
  ["anyone", anyone, "nobody", []],
  ["requireSignIn", requireSignIn(), "user", ["email-not-verified"]],
  ["requireSignIn for unverified ones", requireSignIn(unverifiedToo), "user", []],
  ["requireRole", requireRole("Admin"), "user", ["email-not-verified", "not-allowed"]],
  ["anyOf", anyOf(requireRole("Admin"), mine), "user", ["email-not-verified", "not-allowed"]],
  [
    "anyOf anyone",
    anyOf(requireFresh(unverifiedToo), anyone),
    "nobody",
    ["fresh-sign-in-required"],
  ],
  ["allOf", allOf(anyone, requireFresh(unverifiedToo)), "user", ["fresh-sign-in-required"]],
])("%s says whom it needs and what it refuses with", (_name, guard, needs, refuses) => {
  expect(guard.needs).toBe(needs);
  const ofTokens = refuses.length === 0 && needs === "nobody" ? [] : tokenRefusals;
  expect([...guard.refuses].sort()).toEqual([...ofTokens, ...refuses].sort());
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
    const rules = { requireVerifiedEmail: true, freshSignInSeconds: 300, now: () => now };
    const who = anyOf(says("not-allowed"), requireSignIn()).check({
      caller: ada,
      request: {},
      rules,
    });
    expect((await who).userId satisfies string).toBe("ada");
  });

  test("does not swallow a bug", async () => {
    await expect(said(anyOf(breaks, anyone), ada)).rejects.toThrow(TypeError);
  });
});

test.each([
  [new AuthError("not-allowed", ""), true],
  [new AuthError("session-revoked", ""), true],
  [new AuthError("unavailable", ""), false],
  [new AuthError("internal", ""), false],
  [new TypeError(), false],
  [undefined, false],
])("%p is a refusal: %p", (error, expected) => {
  expect(isRefusal(error)).toBe(expected);
});
