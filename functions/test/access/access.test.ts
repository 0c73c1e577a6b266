import { accessScene } from "../../testing/access/scene";
import { anyOf } from "../../src/access/combined-guards";
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
import type { AccountState } from "../../src/access/live/account-state";
import { AuthError } from "../../src/errors";
import { unsignedIdToken } from "../../testing/tokens/id-tokens";

const { scene, clock, now, seconds, tokenOf, tokenTimes, instance, decided, forger } =
  accessScene();

describe("authorize, of the token,", () => {
  test.each<[string, () => string | undefined, true | string]>([
    ["a good one", () => tokenOf(), true],
    ["none", () => undefined, "not-signed-in"],
    ["an empty one", () => "", "token-invalid"],
    ["one signed with another key", () => tokenOf({}, forger), "token-invalid"],
    ["an unsigned one", () => unsignedIdToken({}, { now: now() }), "token-invalid"],
    ["one that has expired", () => tokenOf(tokenTimes(seconds() - 3600)), "token-expired"],
    ["one of another project", () => tokenOf({ aud: "another" }), "token-invalid"],
    [
      "one without a verified e-mail",
      () => tokenOf({ email_verified: false }),
      "email-not-verified",
    ],
  ])("of %s", async (_name, token, expected) => {
    expect(await decided(token())).toBe(expected);
  });

  test("forgets nothing on the second look", async () => {
    const within = instance();
    const token = tokenOf();
    expect(await decided(token, requireSignIn(), {}, within)).toBe(true);
    scene.states.put("ada", { disabled: true });
    clock.pass(5_000);
    expect(await decided(token, requireSignIn(), {}, within)).toBe("user-disabled");
  });
});

describe("authorize, of the question,", () => {
  test.each<[string, Guard, true | string]>([
    ["their role", requireRole("User"), true],
    ["another role", requireRole("Admin"), "not-allowed"],
    ["their id", requireUserId("ada"), true],
    ["another's id", requireUserId("eve"), "not-allowed"],
    ["their e-mail", requireEmail("ada@example.com"), true],
    ["another's e-mail", requireEmail("eve@example.com"), "not-allowed"],
    ["a fresh sign-in", requireFresh(), true],
    ["a sign-in fresher than theirs", requireFresh({ seconds: -1 }), "fresh-sign-in-required"],
    ["a second factor", requireSecondFactor(), "second-factor-required"],
    ["either", anyOf(requireRole("Admin"), requireUserId("ada")), true],
    ["neither", anyOf(requireRole("Admin"), requireUserId("eve")), "not-allowed"],
  ])("%s", async (_name, guard, expected) => {
    expect(await decided(tokenOf(), guard)).toBe(expected);
  });

  test("lets unverified callers through where the guard or the parameter says so", async () => {
    const token = tokenOf({ email_verified: false });
    const lax = instance({ requireVerifiedEmail: false });
    expect(await decided(token)).toBe("email-not-verified");
    expect(await decided(token, requireSignIn({ verifiedEmail: false }))).toBe(true);
    expect(await decided(token, requireSignIn(), {}, lax)).toBe(true);
    expect(await decided(token, requireEmail("ada@example.com"), {}, lax)).toBe(
      "email-not-verified",
    );
  });

  test("asks the guard about the request", async () => {
    const { identify, check } = instance();
    const mine = requireUserId(({ userId }: { userId: string }) => userId);
    const ada = await identify(tokenOf(), mine);
    expect(await check(mine, ada, { userId: "ada" })).toMatchObject({ userId: "ada" });
    await expect(check(mine, ada, { userId: "eve" })).rejects.toMatchObject({
      code: "not-allowed",
    });
  });

  test("does not look at the token where anyone may ask, in whatever way that is said", async () => {
    scene.states.put("ada", { disabled: true });
    for (const guard of [anyone, anyOf(anyone, requireRole("Admin")), { ...anyone }]) {
      expect(await decided(tokenOf(), guard)).toBe(true);
      expect(await decided("garbage", guard)).toBe(true);
      expect(await decided(undefined, guard)).toBe(true);
    }
    expect(scene.states.newCalls()).toEqual([]);
  });

  test("asks again of a state that was read since", async () => {
    const { identify, check } = instance();
    const guard = requireRole("Admin");
    const ada = await identify(tokenOf({ role: "Admin" }), guard);
    const again = (state: Partial<AccountState>) =>
      check(guard, ada, undefined, { ...scene.states.put("eve", state), ...state });
    await expect(again({ role: "User" })).rejects.toMatchObject({ code: "not-allowed" });
    await expect(again({ disabled: true })).rejects.toMatchObject({ code: "user-disabled" });
    await expect(again({ validAfter: seconds() })).rejects.toMatchObject({
      code: "session-revoked",
    });
    expect(await again({ role: "Admin" })).toMatchObject({ userId: "ada" });
  });
});

describe("authorize, where there is no answer,", () => {
  test("says unavailable, never yes or no", async () => {
    scene.states.away = true;
    await expect(decided(tokenOf())).rejects.toMatchObject({ code: "unavailable" });
  });

  test("passes a bug in a guard on", async () => {
    const failing = (error: Error): Guard => ({
      ...requireSignIn(),
      check: () => {
        throw error;
      },
    });
    await expect(decided(tokenOf(), failing(new TypeError("a bug")))).rejects.toThrow(TypeError);
    await expect(decided(tokenOf(), failing(new AuthError("internal")))).rejects.toMatchObject({
      code: "internal",
    });
  });
});

test("strict, authorize reads the caller's state afresh each time", async () => {
  const within = instance();
  const token = tokenOf();
  expect(await decided(token, requireSignIn(), { strict: true }, within)).toBe(true);
  scene.states.put("ada", { disabled: true });
  expect(await decided(token, requireSignIn(), { strict: true }, within)).toBe("user-disabled");
  expect(scene.states.newCalls()).toEqual(["read ada", "read ada"]);
});
