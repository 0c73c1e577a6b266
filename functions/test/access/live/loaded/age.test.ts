import { second, minute, tally, liveScene } from "../../../../testing/access/live-scene";

const { scene, settled, loaded, disabled } = liveScene();

describe("once loaded, the live state", () => {
  test("answers any number of checks at once, without a call", async () => {
    const ada = scene.states.put("ada", { disabled: true });
    await loaded();
    for (let checks = 0; checks < 1000; checks += 1) {
      expect(scene.live.find("ada")).toBe(ada);
      expect(scene.live.find("eve")).toBeUndefined();
    }
    expect(scene.states.newCalls()).toEqual([]);
  });

  test("asks once when it is too old, however many checks wait", async () => {
    await loaded();
    scene.states.put("ada", { disabled: true });
    scene.clock.pass(5 * second);
    const checks = Array.from({ length: 100 }, () => disabled("ada"));
    expect(new Set(await Promise.all(checks))).toEqual(new Set([true]));
    expect(scene.states.newCalls()).toEqual([tally(5), `changedSince ${5 * minute + 5 * second}`]);
  });

  test("refreshes before it is too old, once, and makes nobody wait", async () => {
    await loaded();
    scene.states.put("ada", { disabled: true });
    scene.clock.pass(4_499);
    expect(scene.live.find("ada")).toBeUndefined();
    expect(scene.states.newCalls()).toEqual([]);
    scene.clock.pass(1);
    expect(scene.live.find("ada")).toBeUndefined();
    expect(scene.live.find("ada")).toBeUndefined();
    expect(scene.states.newCalls()).toEqual([tally(4.5)]);
    await settled();
    expect(scene.live.find("ada")).toMatchObject({ disabled: true });
  });

  test("counts its age from when the query was sent", async () => {
    await loaded();
    scene.clock.pass(4.5 * second);
    const reply = scene.states.hold();
    void scene.live.find("nobody");
    scene.states.flow();
    scene.clock.pass(3 * second);
    reply.arrive();
    await settled();
    scene.states.put("ada", { disabled: true });
    scene.clock.pass(1_999);
    expect(await disabled("ada")).toBe(false);
    scene.clock.pass(1);
    expect(await disabled("ada")).toBe(true);
  });
});
