import { second, minute, liveScene } from "../../../testing/access/live-scene";

const { scene, settled, loaded, disabled } = liveScene();

describe("in an instance that was frozen, the live state", () => {
  test("is too old, whichever clock says so", async () => {
    await loaded();
    scene.states.put("ada", { disabled: true });
    scene.clock.freeze(5 * second);
    expect(await disabled("ada")).toBe(true);
  });

  test("is too old though somebody set the clock back", async () => {
    await loaded();
    scene.states.put("ada", { disabled: true });
    scene.clock.setBack(60 * minute);
    scene.clock.pass(5 * second);
    expect(await disabled("ada")).toBe(true);
  });

  test.each(["arrive", "fail"] as const)(
    "does not rest on a reading that was sent before, should it %s",
    async (end) => {
      await loaded();
      scene.clock.pass(4.5 * second);
      const sentBefore = scene.states.hold();
      void scene.live.find("ada");
      scene.states.flow();
      scene.states.put("ada", { disabled: true });
      scene.clock.freeze(50 * second);
      const check = disabled("ada");
      sentBefore[end]();
      expect(await check).toBe(true);
      await settled();
      scene.states.newCalls();
      expect(scene.live.find("ada")).toMatchObject({ disabled: true });
      expect(scene.states.newCalls()).toEqual([]);
    },
  );
});
