import { second, firstLoad, liveScene } from "../../../testing/access/live-scene";

const { scene, begin, settled, disabled } = liveScene();

describe("before the first load is done, the live state", () => {
  test("answers from the user's own document, and loads in the background", async () => {
    scene.states.put("ada", { disabled: true });
    begin();
    expect(await disabled("ada")).toBe(true);
    await settled();
    expect(scene.states.newCalls()).toEqual([...firstLoad.slice(0, 2), "read ada", firstLoad[2]]);
  });

  test("reads a user's document once in the maximum age", async () => {
    begin();
    scene.states.hold();
    void scene.live.find("nobody");
    scene.states.flow();
    expect(await disabled("ada")).toBe(false);
    scene.states.put("ada", { disabled: true });
    scene.clock.pass(4_999);
    expect(await disabled("ada")).toBe(false);
    scene.clock.pass(1);
    expect(await disabled("ada")).toBe(true);
    expect(scene.states.calls.filter((call) => call === "read ada")).toHaveLength(2);
  });

  test("counts its age from when the load was sent", async () => {
    begin();
    void scene.live.find("nobody");
    const load = scene.states.hold();
    await settled();
    scene.states.flow();
    scene.clock.pass(3 * second);
    load.arrive();
    await settled();
    scene.states.put("ada", { disabled: true });
    scene.clock.pass(1_999);
    expect(scene.live.find("ada")).toBeUndefined();
    scene.clock.pass(1);
    expect(await disabled("ada")).toBe(true);
  });
});
