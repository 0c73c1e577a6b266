import { accessScene } from "../../testing/access/scene";
import { requireRole, requireSignIn } from "../../src/access/guards";
import type { AccountState } from "../../src/access/live/account-state";

const { scene, seconds, tokenOf, instance, decided } = accessScene();

describe("authorize, of the account's state,", () => {
  const ended = (state: Partial<AccountState>) => scene.states.put("ada", state);

  test.each<[string, () => Partial<AccountState>, true | string]>([
    ["nothing", () => ({}), true],
    ["disabled", () => ({ disabled: true }), "user-disabled"],
    ["deleted", () => ({ deleted: true }), "session-revoked"],
    ["a credential is being changed", () => ({ closed: true }), "session-revoked"],
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

  test("lets a session's age decide, and not a token's: renewing one that was ended brings nothing", async () => {
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
