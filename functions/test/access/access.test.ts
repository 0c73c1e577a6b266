import { access, type AuthorizeOptions } from "../../src/access/access";
import {
  anyone,
  anyOf,
  type Guard,
  requireEmail,
  requireFresh,
  requireRole,
  requireSecondFactor,
  requireSignIn,
  requireUserId,
} from "../../src/access/guards";
import type { AccountState } from "../../src/access/live/account-state";
import { liveState } from "../../src/access/live/live-state";
import { firebaseTokenVerifier } from "../../src/access/tokens/firebase-token-verifier";
import { googleSigningKeys } from "../../src/access/tokens/signing-keys";
import { AuthError } from "../../src/errors";
import { projectId, signIdToken, testKey, unsignedIdToken } from "../../testing/tokens/id-tokens";
import { keyServer } from "../../testing/tokens/key-server";
import { ManualClock } from "../../testing/access/manual-clock";
import { ScriptedStates } from "../../testing/access/scripted-states";

const key = testKey();
const forger = testKey(key.kid);
const clock = new ManualClock();
const now = () => clock.now().wall;
const seconds = () => Math.floor(now() / 1000);

let states: ScriptedStates;
/** The role in Ada's document, and who asked for it. */
let documentRole: string | null | Error;
let rolesRead: string[];

/** An ID token of Ada's with a real signature; `claims` differ from a good one's. */
const tokenOf = (claims: Record<string, unknown> = {}, signer = key) =>
  signIdToken(claims, { key: signer, now: now() });

function instance({ requireVerifiedEmail = true } = {}) {
  const keys = googleSigningKeys({ fetch: keyServer(key).fetch });
  return access({
    verifier: firebaseTokenVerifier({ projectId, keys, now }),
    live: liveState(states, { maxAgeSeconds: 5, clock: clock.now }),
    requireVerifiedEmail,
    freshSignInSeconds: 300,
    roles: {
      defaultRole: "User",
      find(uid) {
        rolesRead.push(uid);
        return documentRole instanceof Error
          ? Promise.reject(documentRole)
          : Promise.resolve(documentRole);
      },
    },
    now,
  });
}

/** Those of a session that began, and of a token that was made, in that second. */
const tokenTimes = (second: number) => ({ auth_time: second, iat: second, exp: second + 3600 });

/** What is decided: `true`, or the code of the refusal. */
async function decided(
  token: string | undefined,
  guard: Guard = requireSignIn(),
  options?: AuthorizeOptions,
  within = instance(),
): Promise<true | string> {
  const decision = await within.authorize(token, guard, options);
  return decision.allowed || decision.refusal.code;
}

beforeEach(() => {
  documentRole = "Admin";
  rolesRead = [];
  states = new ScriptedStates(now);
});

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
    states.put("ada", { disabled: true });
    clock.pass(5_000);
    expect(await decided(token, requireSignIn(), {}, within)).toBe("user-disabled");
  });
});

describe("authorize, of the account's state,", () => {
  const ended = (state: Partial<AccountState>) => states.put("ada", state);

  test.each<[string, () => Partial<AccountState>, true | string]>([
    ["nothing", () => ({}), true],
    ["disabled", () => ({ disabled: true }), "user-disabled"],
    ["deleted", () => ({ deleted: true }), "session-revoked"],
    ["deleted and disabled", () => ({ deleted: true, disabled: true }), "session-revoked"],
    ["sessions ended since", () => ({ validAfter: seconds() + 1 }), "session-revoked"],
    ["sessions ended in this very second", () => ({ validAfter: seconds() }), "session-revoked"],
    ["this session ended by itself", () => ({ endedSessions: [7, seconds()] }), "session-revoked"],
    ["another session ended by itself", () => ({ endedSessions: [7] }), true],
    ["sessions ended a second before", () => ({ validAfter: seconds() - 1 }), true],
  ])("told: %s", async (_name, state, expected) => {
    ended(state());
    expect(await decided(tokenOf())).toBe(expected);
  });

  test("lets a session's age decide, and not a token's: renewing one that was ended is in vain", async () => {
    ended({ validAfter: seconds() - 60 });
    expect(await decided(tokenOf({ auth_time: seconds() - 61 }))).toBe("session-revoked");
    expect(await decided(tokenOf({ auth_time: seconds() - 59 }))).toBe(true);
  });

  test.each<[AccountState["role"], string, true | string]>([
    [undefined, "Admin", true],
    [undefined, "User", "not-allowed"],
    ["User", "Admin", "not-allowed"],
    ["Admin", "User", true],
    [null, "Admin", "not-allowed"],
  ])("with the role %p there and %p claimed", async (role, claimed, expected) => {
    ended({ role });
    expect(await decided(tokenOf({ role: claimed }), requireRole("Admin"))).toBe(expected);
  });

  test("tells the guarded code the role that counts", async () => {
    ended({ role: "User" });
    const decision = await instance().authorize(tokenOf({ role: "Admin" }), requireSignIn());
    expect(decision).toEqual({
      allowed: true,
      caller: {
        kind: "user",
        userId: "ada",
        role: "User",
        email: "ada@example.com",
        emailVerified: true,
        authTime: seconds(),
        secondFactor: null,
      },
    });
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
    const { identify, admit } = instance();
    const mine = requireUserId(({ userId }: { userId: string }) => userId);
    const ada = await identify(tokenOf(), mine);
    expect(await admit(mine, ada, { userId: "ada" })).toMatchObject({ userId: "ada" });
    await expect(admit(mine, ada, { userId: "eve" })).rejects.toMatchObject({
      code: "not-allowed",
    });
  });

  test("does not look at the token where anyone may ask, in whatever way that is said", async () => {
    states.put("ada", { disabled: true });
    for (const guard of [anyone, anyOf(anyone, requireRole("Admin")), { ...anyone }]) {
      expect(await decided(tokenOf(), guard)).toBe(true);
      expect(await decided("garbage", guard)).toBe(true);
      expect(await decided(undefined, guard)).toBe(true);
    }
    expect(states.newCalls()).toEqual([]);
  });

  test("asks again of a state that was read since", async () => {
    const { identify, admit } = instance();
    const guard = requireRole("Admin");
    const ada = await identify(tokenOf({ role: "Admin" }), guard);
    const again = (state: Partial<AccountState>) =>
      admit(guard, ada, undefined, { ...states.put("eve", state), ...state });
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
    states.away = true;
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
  states.put("ada", { disabled: true });
  expect(await decided(token, requireSignIn(), { strict: true }, within)).toBe("user-disabled");
  expect(states.newCalls()).toEqual(["read ada", "read ada"]);
});

describe("a role that a token claims and no live state speaks of", () => {
  const admins = requireRole("Admin");

  test.each<[string | null, true | string]>([
    ["Admin", true],
    ["User", "not-allowed"],
    [null, "not-allowed"],
  ])("counts as the document says: %p", async (role, expected) => {
    documentRole = role;
    expect(await decided(tokenOf({ role: "Admin" }), admins)).toBe(expected);
  });

  test("is looked up once per token and instance, and for the default role never", async () => {
    const one = instance();
    const token = tokenOf({ role: "Admin" });
    for (let times = 0; times < 3; times += 1) await decided(token, admins, {}, one);
    expect(rolesRead).toEqual(["ada"]);
    await decided(tokenOf({ role: "User" }), requireSignIn(), {}, one);
    expect(rolesRead).toEqual(["ada"]);
  });

  test("is read afresh where that is asked for", async () => {
    const one = instance();
    const token = tokenOf({ role: "Admin" });
    expect(await decided(token, admins, { strict: true }, one)).toBe(true);
    documentRole = "User";
    expect(await decided(token, admins, { strict: true }, one)).toBe("not-allowed");
  });

  test("is neither a yes nor a no while the document can't be read, and is asked for again", async () => {
    const one = instance();
    const token = tokenOf({ role: "Admin" });
    documentRole = new AuthError("unavailable");
    await expect(one.authorize(token, admins)).rejects.toMatchObject({ code: "unavailable" });
    documentRole = "Admin";
    expect(await decided(token, admins, {}, one)).toBe(true);
  });
});
