import type { Caller } from "../../src/access/caller";
import {
  anyOf,
  anyone,
  type Guard,
  isRefusal,
  requireEmail,
  requireRole,
  requireSignIn,
  requireUserId,
} from "../../src/access/guards";
import { AuthError } from "../../src/errors";
import { verdict } from "../../testing/tokens/verdict";

const ada: Caller = {
  kind: "user",
  userId: "ada",
  role: "Admin",
  email: "ada@example.com",
  emailVerified: true,
};
const unverified: Caller = { ...ada, emailVerified: false };
const roleless: Caller = { ...ada, role: null };
const anonymous: Caller = { kind: "anonymous" };
const server: Caller = { kind: "server" };

/** What a guard says, `undefined` for yes. */
const said = (
  guard: Guard<never>,
  caller: Caller,
  requireVerifiedEmail = true,
  request?: unknown,
) => verdict(() => guard({ caller, requireVerifiedEmail, request: request as never }));

const mine = requireUserId(({ userId }: { userId: string }) => userId);
const myEmail = requireEmail(({ email }: { email: string }) => email);
const unverifiedToo = { verifiedEmail: false } as const;

describe.each<[string, Guard<never>, Caller, unknown, string | undefined]>([
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

test.each([requireSignIn(), requireRole("Admin"), requireUserId("ada")])(
  "no guard takes the server for a user",
  async (guard) => {
    expect(await said(guard, server)).toBe("not-signed-in");
  },
);

describe("anyOf", () => {
  const says =
    (code: "not-allowed" | "email-not-verified" | "unavailable" | "invalid-request") => () => {
      throw new AuthError(code, "");
    };
  const breaks = () => {
    throw new TypeError("a bug");
  };

  test.each<[string, [Guard, ...Guard[]], string | undefined]>([
    ["the first that lets through, and asks no more", [anyone, breaks], undefined],
    ["a later one", [says("not-allowed"), anyone], undefined],
    ["one that takes its time", [says("not-allowed"), () => Promise.resolve()], undefined],
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
