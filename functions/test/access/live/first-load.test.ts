import { second, firstLoad, liveScene } from "../../../testing/access/live-scene";

const { scene, begin, settled, disabled } = liveScene();

describe("before the first load is done, the live state", () => {
  test("keeps answering when a load fails, and loads again at most once per maximum age", async () => {
    begin();
    const load = scene.states.hold();
    const first = disabled("nobody");
    scene.states.flow();
    await settled();
    load.fail();
    expect(await first).toBe("unavailable");
    scene.states.newCalls();
    expect(await disabled("ada")).toBe(false);
    expect(await disabled("eve")).toBe(false);
    expect(scene.states.newCalls()).toEqual(["read ada", "read eve"]);
    scene.clock.pass(5 * second);
    expect(await disabled("ada")).toBe(false);
    expect(scene.states.newCalls().slice(0, 3)).toEqual([...firstLoad.slice(0, 2), "read ada"]);
  });

  test("keeps what was read during a load that had already passed it", async () => {
    scene.states.put("ada");
    begin();
    void scene.live.find("nobody");
    const load = scene.states.hold();
    await settled();
    scene.states.flow();
    scene.states.put("ada", { disabled: true });
    await scene.live.read("ada");
    load.arrive();
    await settled();
    scene.states.newCalls();
    expect(scene.live.find("ada")).toMatchObject({ disabled: true });
    expect(scene.states.newCalls()).toEqual([]);
  });
});
