import { second, minute, firstLoad, tally, liveScene } from "../../../testing/access/live-scene";

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

describe("with more changes than it keeps, the live state", () => {
  const crowd = (size: number) => {
    for (let n = 0; n < size; n += 1) scene.states.put(`user-${n}`, { disabled: true });
  };

  test("reads single documents, once per user in the maximum age", async () => {
    crowd(4);
    await loaded({ maxEntries: 3 });
    expect(await disabled("user-1")).toBe(true);
    expect(await disabled("user-1")).toBe(true);
    expect(await disabled("nobody else")).toBe(false);
    scene.clock.pass(5 * second);
    expect(await disabled("user-1")).toBe(true);
    expect(scene.states.newCalls()).toEqual(["read user-1", "read nobody else", "read user-1"]);
  });

  test("goes back to loading all when there are fewer", async () => {
    crowd(4);
    await loaded({ maxEntries: 3 });
    for (let n = 0; n < 4; n += 1) scene.states.remove(`user-${n}`);
    scene.states.put("ada", { disabled: true });
    scene.clock.pass(10 * minute);
    await scene.live.find("nobody");
    await settled();
    expect(scene.states.newCalls()).toEqual([firstLoad[0], "read nobody", ...firstLoad.slice(1)]);
    expect(scene.live.find("ada")).toMatchObject({ disabled: true });
  });

  test("switches to single documents when there become too many while it runs", async () => {
    await loaded({ maxEntries: 3 });
    crowd(4);
    scene.clock.pass(5 * second);
    expect(await disabled("user-1")).toBe(true);
    expect(scene.states.newCalls()).toEqual([tally(5), "read user-1"]);
  });

  test("counts first what an idle instance missed, and does not read it", async () => {
    await loaded({ maxEntries: 3 });
    crowd(4);
    scene.clock.pass(2 * minute);
    expect(await disabled("user-1")).toBe(true);
    expect(scene.states.newCalls()).toEqual([tally(120), "read user-1"]);
  });

  test("stays with single documents although a query was under way", async () => {
    await loaded({ maxEntries: 3 });
    scene.clock.pass(5 * second);
    const slow = scene.states.hold();
    const first = disabled("ada");
    scene.states.flow();
    scene.clock.pass(5 * second);
    crowd(4);
    expect(await disabled("user-1")).toBe(true);
    slow.arrive();
    await first;
    scene.states.newCalls();
    expect(await disabled("user-2")).toBe(true);
    expect(scene.states.newCalls()).toEqual(["read user-2"]);
  });
});
