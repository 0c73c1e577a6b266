import { second, minute, liveScene } from "../../../../testing/access/live-scene";

const { scene, loaded, disabled } = liveScene();

describe("once loaded, the live state", () => {
  test.each([
    [5 * minute, true],
    [0, false],
  ])(
    "with counts that overlap by %d ms, finds a change that became visible late: %p",
    async (overlap, found) => {
      await loaded({ overlap });
      const changedAt = scene.clock.now().wall;
      scene.clock.pass(5 * second);
      await scene.live.find("nobody");
      scene.states.put("ada", { disabled: true, changedAt });
      scene.clock.pass(5 * second);
      expect(await disabled("ada")).toBe(found);
    },
  );

  test("reads what it counted, and leaves what changed after that to the next count", async () => {
    await loaded();
    scene.states.put("ada");
    scene.clock.pass(5 * second);
    scene.states.onCall = (call) => {
      if (call.startsWith("changedSince")) scene.states.put("eve");
    };
    await scene.live.find("nobody");
    const called = () => scene.states.newCalls().map((call) => call.split(" ")[0]);
    expect(called()).toEqual(["tallySince", "changedSince"]);
    expect(scene.live.find("ada")).toBeDefined();
    expect(scene.live.find("eve")).toBeUndefined();
    scene.states.onCall = () => undefined;
    scene.clock.pass(5 * second);
    await scene.live.find("nobody");
    expect(called()).toEqual(["tallySince", "changedSince"]);
    expect(scene.live.find("eve")).toBeDefined();
  });
});
