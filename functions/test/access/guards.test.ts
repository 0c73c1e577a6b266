import { tokenRefusals, ada, rules, said } from "../../testing/access/guards";
import type { ClientCaller, SignedInCaller } from "../../src/access/caller";
import {
  anyone,
  type Guard,
  requireEmail,
  requireFresh,
  requireRole,
  requireSecondFactor,
  requireSignIn,
  requireUserId,
} from "../../src/access/guards";

const unverified: SignedInCaller = { ...ada, emailVerified: false };
const roleless: SignedInCaller = { ...ada, role: null };
const anonymous: ClientCaller = { kind: "anonymous" };

const mine = requireUserId(({ userId }: { userId: string }) => userId);
const myEmail = requireEmail(({ email }: { email: string }) => email);
const unverifiedToo = { verifiedEmail: false } as const;

describe.each<[string, () => Guard<never>, ClientCaller, unknown, string | undefined]>([
  ["anyone", () => anyone, anonymous, {}, undefined],
  ["requireSignIn", () => requireSignIn(), ada, {}, undefined],
  ["requireSignIn", () => requireSignIn(), anonymous, {}, "not-signed-in"],
  ["requireSignIn", () => requireSignIn(), unverified, {}, "email-not-verified"],
  [
    "requireSignIn for unverified ones",
    () => requireSignIn(unverifiedToo),
    unverified,
    {},
    undefined,
  ],
  [
    "requireSignIn for unverified ones",
    () => requireSignIn(unverifiedToo),
    anonymous,
    {},
    "not-signed-in",
  ],
  ["requireRole of theirs", () => requireRole("Admin"), ada, {}, undefined],
  ["requireRole of several", () => requireRole("User", "Admin"), ada, {}, undefined],
  ["requireRole of another", () => requireRole("User"), ada, {}, "not-allowed"],
  ["requireRole in another spelling", () => requireRole("admin"), ada, {}, "not-allowed"],
  ["requireRole of none", () => requireRole(), ada, {}, "not-allowed"],
  ["requireRole", () => requireRole("Admin"), roleless, {}, "not-allowed"],
  ["requireRole", () => requireRole("Admin"), unverified, {}, "email-not-verified"],
  ["requireRole", () => requireRole("Admin"), anonymous, {}, "not-signed-in"],
  ["requireUserId of theirs", () => requireUserId("ada"), ada, {}, undefined],
  ["requireUserId of another", () => requireUserId("eve"), ada, {}, "not-allowed"],
  ["requireUserId", () => requireUserId("ada"), unverified, {}, "email-not-verified"],
  [
    "requireUserId for unverified ones",
    () => requireUserId("ada", unverifiedToo),
    unverified,
    {},
    undefined,
  ],
  [
    "requireUserId for unverified ones",
    () => requireUserId("eve", unverifiedToo),
    unverified,
    {},
    "not-allowed",
  ],
  ["requireUserId out of the request", () => mine, ada, { userId: "ada" }, undefined],
  ["requireUserId out of the request", () => mine, ada, { userId: "eve" }, "not-allowed"],
  ["requireEmail of theirs", () => requireEmail("ada@example.com"), ada, {}, undefined],
  ["requireEmail in another case", () => requireEmail("Ada@Example.COM"), ada, {}, undefined],
  [
    "requireEmail with a look-alike",
    () => requireEmail("ada@example.co\u217F"),
    ada,
    {},
    "not-allowed",
  ],
  ["requireEmail of another", () => requireEmail("eve@example.com"), ada, {}, "not-allowed"],
  ["requireEmail", () => requireEmail("ada@example.com"), anonymous, {}, "not-signed-in"],
  ["requireEmail out of the request", () => myEmail, ada, { email: "ada@example.com" }, undefined],
  [
    "requireEmail out of the request",
    () => myEmail,
    ada,
    { email: "eve@example.com" },
    "not-allowed",
  ],
  ["requireUserId out of no request", () => mine, ada, null, "invalid-request"],
  ["requireUserId out of the request", () => mine, ada, { userId: 7 }, "invalid-request"],
  ["requireEmail out of no request", () => myEmail, ada, undefined, "invalid-request"],
  ["requireFresh", () => requireFresh(), ada, {}, "fresh-sign-in-required"],
  ["requireFresh", () => requireFresh(), { ...ada, authTime: ada.authTime + 1 }, {}, undefined],
  ["requireFresh of more", () => requireFresh({ seconds: 301 }), ada, {}, undefined],
  ["requireFresh", () => requireFresh(), unverified, {}, "email-not-verified"],
  ["requireFresh", () => requireFresh(), anonymous, {}, "not-signed-in"],
  ["requireSecondFactor", () => requireSecondFactor(), ada, {}, "second-factor-required"],
  [
    "requireSecondFactor",
    () => requireSecondFactor(),
    { ...ada, secondFactor: "totp" },
    {},
    undefined,
  ],
])("%s", (_name, guard, caller, request, expected) => {
  test(`says ${expected ?? "yes"} to ${JSON.stringify(caller)}`, async () => {
    expect(await said(guard(), caller, true, request)).toBe(expected);
  });
});

describe("where no verified e-mail is asked for,", () => {
  test.each<[string, () => Guard, string | undefined]>([
    ["requireSignIn", () => requireSignIn(), undefined],
    ["requireRole", () => requireRole("Admin"), undefined],
    ["requireUserId", () => requireUserId("ada"), undefined],
    // An address that is not verified proves nothing.
    ["requireEmail", () => requireEmail("ada@example.com"), "email-not-verified"],
  ])("%s says %s to somebody unverified", async (_name, guard, expected) => {
    expect(await said(guard(), unverified, false)).toBe(expected);
  });
});

test("a caller without an address has no address", async () => {
  expect(await said(requireEmail("null"), { ...ada, email: null })).toBe("not-allowed");
});

test("a refusal for want of a fresh sign-in says how fresh it must be", async () => {
  const ask = { caller: ada, request: {}, rules: rules({ freshSignInSeconds: 60 }) };
  const check = async () => requireFresh().check(ask);
  await expect(check()).rejects.toMatchObject({ details: { maxAgeSeconds: 60 } });
});

test.each<[string, () => Guard<never>, Guard["needs"], string[]]>([
  ["anyone", () => anyone, "nobody", []],
  ["requireSignIn", () => requireSignIn(), "user", ["email-not-verified"]],
  ["requireSignIn for unverified ones", () => requireSignIn(unverifiedToo), "user", []],
  ["requireRole", () => requireRole("Admin"), "user", ["email-not-verified", "not-allowed"]],
  ["requireUserId", () => requireUserId("ada", unverifiedToo), "user", ["not-allowed"]],
  ["requireEmail", () => myEmail, "user", ["email-not-verified", "not-allowed"]],
  ["requireFresh", () => requireFresh(unverifiedToo), "user", ["fresh-sign-in-required"]],
  [
    "requireSecondFactor",
    () => requireSecondFactor(unverifiedToo),
    "user",
    ["second-factor-required"],
  ],
])("%s says whom it needs and what it refuses with", (_name, guard, needs, refuses) => {
  expect(guard().needs).toBe(needs);
  const ofTokens = refuses.length === 0 && needs === "nobody" ? [] : tokenRefusals;
  expect([...guard().refuses].sort()).toEqual([...ofTokens, ...refuses].sort());
});

test("a bug in what picks out of the request is no malformed request", async () => {
  const breaks = requireUserId(() => {
    throw new RangeError("a bug");
  });
  await expect(said(breaks, ada)).rejects.toThrow(RangeError);
});

test.each<[string, () => Guard<never>, string]>([
  ["a second factor", () => requireSecondFactor(), "Sign in with your second factor."],
  ["whom it is about", () => mine, "request: does not say whom it is about"],
])("a refusal for want of %s says so", async (_what, guard, message) => {
  const ask = { caller: ada, request: {} as never, rules: rules() };
  await expect((async () => guard().check(ask))()).rejects.toMatchObject({ message });
});

test("anyone is nobody in particular", async () => {
  expect(await anyone.check({ caller: ada, request: {}, rules: rules() })).toEqual(anonymous);
});
