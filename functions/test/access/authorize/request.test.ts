import { accessScene } from "../../../testing/access/scene";
import { anyOf } from "../../../src/access/combined-guards";
import { anyone, requireRole, requireUserId } from "../../../src/access/guards";
import type { AccountState } from "../../../src/access/live/account-state";

const { scene, seconds, tokenOf, instance, decided } = accessScene();

describe("authorize, of the question,", () => {
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
    expect(await instance().identify("garbage", anyone)).toEqual({ kind: "anonymous" });
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
    expect(await again({})).toMatchObject({ role: "Admin" });
  });
});
