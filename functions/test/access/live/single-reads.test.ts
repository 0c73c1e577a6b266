import { second, minute, liveScene } from "../../../testing/access/live-scene";

const { scene, settled, loaded, disabled } = liveScene();

describe("of an account whose change is under way, the live state", () => {
  test("reads the document itself, once in the maximum age", async () => {
    scene.states.put("ada", { pending: true });
    await loaded();
    await scene.live.find("ada");
    await scene.live.find("ada");
    expect(scene.states.newCalls()).toEqual(["read ada"]);
  });

  test("sees the end of a change that no query would return", async () => {
    scene.states.put("ada", { pending: true });
    await loaded();
    scene.states.put("ada", { disabled: true, changedAt: scene.clock.now().wall - minute });
    expect(await disabled("ada")).toBe(true);
    expect(scene.live.find("ada")).toMatchObject({ disabled: true, pending: false });
  });

  test("prefers what a query brought to an older reading of the document", async () => {
    await loaded();
    await scene.live.read("ada");
    scene.states.put("ada", { pending: true, disabled: true });
    scene.clock.pass(4.5 * second);
    void scene.live.find("nobody");
    await settled();
    expect(await disabled("ada")).toBe(true);
  });
});
