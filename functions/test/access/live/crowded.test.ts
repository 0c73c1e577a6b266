import { second, minute, liveScene } from "../../../testing/access/live-scene";

const { scene, loaded, disabled } = liveScene();

/** One account after the other is disabled, a second apart. */
function crowd(size: number): void {
  for (let n = 0; n < size; n += 1) {
    scene.states.put(`user-${n}`, { disabled: true });
    scene.clock.pass(1 * second);
  }
}

describe("with more changes than it keeps in full, the live state", () => {
  test("reads the document of who changed before those, and of nobody else", async () => {
    crowd(4);
    await loaded({ maxEntries: 3 });
    for (const n of [3, 2, 1]) expect(await disabled(`user-${n}`)).toBe(true);
    expect(await disabled("nobody")).toBe(false);
    expect(scene.states.newCalls()).toEqual([]);
    expect(await disabled("user-0")).toBe(true);
    expect(scene.states.newCalls()).toEqual(["read user-0"]);
  });

  test("keeps what it read then, as it keeps what changed last", async () => {
    crowd(4);
    await loaded({ maxEntries: 3 });
    await scene.live.find("user-0");
    scene.clock.pass(5 * second);
    await scene.live.find("nobody");
    scene.states.newCalls();
    expect(scene.live.find("user-0")).toMatchObject({ disabled: true });
    expect(await disabled("user-1")).toBe(true);
    expect(scene.states.newCalls()).toEqual(["read user-1"]);
  });

  test("misses none of them, whether they changed before the first load or while it runs", async () => {
    crowd(100);
    await loaded({ maxEntries: 10 });
    for (let n = 100; n < 200; n += 1) scene.states.put(`user-${n}`, { disabled: true });
    scene.clock.pass(5 * second);
    for (let n = 0; n < 200; n += 1) expect(await disabled(`user-${n}`)).toBe(true);
  });

  test("knows that one whom it only noted was enabled again", async () => {
    crowd(4);
    await loaded({ maxEntries: 3 });
    scene.states.put("user-0", { disabled: false });
    scene.clock.pass(5 * second);
    await scene.live.find("nobody");
    expect(await disabled("user-0")).toBe(false);
  });

  test("keeps a change that is under way, however many come after it", async () => {
    scene.states.put("ada", { pending: true, disabled: true });
    crowd(4);
    await loaded({ maxEntries: 3 });
    expect(await disabled("ada")).toBe(true);
  });

  test("reads nobody's document once the changes concern no token any more", async () => {
    crowd(4);
    await loaded({ maxEntries: 3 });
    scene.clock.pass(70 * minute);
    await scene.live.find("nobody");
    scene.states.newCalls();
    expect(await disabled("user-0")).toBe(false);
    expect(scene.states.newCalls()).toEqual([]);
  });
});
