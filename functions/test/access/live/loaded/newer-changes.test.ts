import { second, tally, liveScene } from "../../../../testing/access/live-scene";

const { scene, loaded, disabled } = liveScene();

describe("once loaded, the live state", () => {
  test("reaches back by the overlap, from what the last query saw", async () => {
    await loaded();
    scene.clock.pass(7 * second);
    await scene.live.find("nobody");
    scene.clock.pass(9 * second);
    await scene.live.find("nobody");
    expect(scene.states.newCalls()).toEqual([tally(7), tally(9)]);
  });

  test("reads what is newer than all it knows, then deeper until every change is accounted for", async () => {
    scene.states.put("ada");
    await loaded();
    scene.clock.pass(5 * second);
    scene.states.put("newer", { disabled: true });
    scene.clock.pass(20 * second);
    expect(await disabled("newer")).toBe(true);
    expect(scene.states.newCalls()).toEqual([tally(25), "changedSince 24999"]);
    scene.states.put("held up", {
      disabled: true,
      changedAt: scene.clock.now().wall - 24 * second,
    });
    scene.clock.pass(5 * second);
    expect(await disabled("held up")).toBe(true);
    expect(scene.states.newCalls()).toEqual([
      tally(5),
      "changedSince 24999",
      "changedSince 25249",
      "changedSince 60000",
    ]);
    scene.clock.pass(5 * second);
    expect(await disabled("held up")).toBe(true);
    expect(scene.states.newCalls()).toEqual([tally(5)]);
  });

  test("notices that a document which it knows was written once more", async () => {
    scene.states.put("ada");
    await loaded();
    scene.states.put("ada", { disabled: true });
    scene.clock.pass(5 * second);
    expect(await disabled("ada")).toBe(true);
  });
});
