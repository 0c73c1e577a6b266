import { second, minute, tally, liveScene } from "../../../../testing/access/live-scene";

const { scene, settled, loaded } = liveScene();

describe("once loaded, the live state", () => {
  test("looks for no document that is gone", async () => {
    scene.states.put("ada");
    await loaded();
    scene.states.remove("ada");
    scene.clock.pass(5 * second);
    await scene.live.find("nobody");
    scene.states.newCalls();
    scene.clock.pass(5 * second);
    await scene.live.find("nobody");
    expect(scene.states.newCalls()).toEqual([tally(5)]);
  });

  test("does not let a late answer replace a newer one", async () => {
    scene.states.put("ada", { disabled: true });
    await loaded();
    scene.clock.pass(4.5 * second);
    const older = scene.states.hold();
    void scene.live.find("ada");
    scene.states.flow();
    scene.states.put("ada", { disabled: false });
    await scene.live.read("ada");
    older.arrive();
    await settled();
    expect(scene.live.find("ada")).toMatchObject({ disabled: false });
  });

  test("forgets what no token in date can depend on, but never what is pending", async () => {
    scene.states.put("ada", { disabled: true });
    scene.states.put("eve", { disabled: true, pending: true });
    await loaded();
    scene.clock.pass(65 * minute);
    await scene.live.find("nobody");
    expect(scene.live.find("ada")).toMatchObject({ disabled: true });
    scene.clock.pass(5 * second);
    await scene.live.find("nobody");
    expect(scene.live.find("ada")).toBeUndefined();
    expect(await scene.live.find("eve")).toMatchObject({ disabled: true });
  });

  test("loads changes that are pending, however long ago they were begun", async () => {
    scene.states.put("eve", { pending: true, changedAt: 0, disabled: true });
    await loaded();
    expect(await scene.live.find("eve")).toMatchObject({ disabled: true });
  });

  test("forgets a state whose document is gone", async () => {
    scene.states.put("ada", { disabled: true });
    await loaded();
    scene.states.remove("ada");
    expect(await scene.live.read("ada")).toBeUndefined();
    expect(scene.live.find("ada")).toBeUndefined();
  });
});
