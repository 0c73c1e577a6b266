import { second, minute, tally, liveScene } from "../../../testing/access/live-scene";

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
    scene.clock.pass(4_249);
    expect(scene.live.find("ada")).toBeUndefined();
    expect(scene.states.newCalls()).toEqual([]);
    scene.clock.pass(1);
    expect(scene.live.find("ada")).toBeUndefined();
    expect(scene.live.find("ada")).toBeUndefined();
    expect(scene.states.newCalls()).toEqual([tally(4.25)]);
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

  test("reaches back by the overlap, from what the last query saw", async () => {
    await loaded();
    scene.clock.pass(7 * second);
    await scene.live.find("nobody");
    scene.clock.pass(9 * second);
    await scene.live.find("nobody");
    expect(scene.states.newCalls()).toEqual([tally(7), tally(9)]);
  });

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
      "changedSince 2000",
      "changedSince 15000",
      `changedSince ${5 * minute + 5 * second}`,
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

  test("counts again when a document changed after it was counted", async () => {
    await loaded();
    scene.states.put("ada");
    scene.clock.pass(5 * second);
    scene.states.onCall = (call) => {
      if (call.startsWith("changedSince"))
        scene.states.put("eve", { version: scene.clock.now().wall * 1000 });
    };
    await scene.live.find("nobody");
    expect(scene.states.newCalls().map((call) => call.split(" ")[0])).toEqual([
      "tallySince",
      "changedSince",
      "tallySince",
    ]);
    expect(scene.live.find("ada")).toBeDefined();
    expect(scene.live.find("eve")).toBeDefined();
  });

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
