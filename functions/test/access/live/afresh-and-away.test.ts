import { liveScene } from "../../../testing/access/live-scene";

const { scene, begin, loaded, disabled } = liveScene();

describe("while Firestore is away, the live state", () => {
  test("is good until its maximum age, then unavailable, and recovers", async () => {
    scene.states.put("ada", { disabled: true });
    await loaded();
    scene.states.away = true;
    scene.clock.pass(4_999);
    expect(await disabled("ada")).toBe(true);
    expect(await disabled("eve")).toBe(false);
    scene.clock.pass(1);
    expect(await disabled("ada")).toBe("unavailable");
    expect(await disabled("eve")).toBe("unavailable");
    scene.states.away = false;
    expect(await disabled("eve")).toBe(false);
  });

  test("does not keep a failure of a single document", async () => {
    scene.states.away = true;
    begin();
    expect(await disabled("ada")).toBe("unavailable");
    scene.states.away = false;
    expect(await disabled("ada")).toBe(false);
  });
});

describe("when asked to read afresh, the live state", () => {
  test("reads each time, and refuses from then on what it read", async () => {
    await loaded();
    scene.states.put("ada", { disabled: true });
    expect(scene.live.find("ada")).toBeUndefined();
    await scene.live.read("ada");
    await scene.live.read("ada");
    expect(scene.states.newCalls()).toEqual(["read ada", "read ada"]);
    expect(scene.live.find("ada")).toMatchObject({ disabled: true });
  });
});

test("with a maximum age of 0, every check reads its user's document", async () => {
  begin({ maxAgeSeconds: 0 });
  expect(await disabled("ada")).toBe(false);
  scene.states.put("ada", { disabled: true });
  expect(await disabled("ada")).toBe(true);
  expect(scene.states.newCalls()).toEqual(["read ada", "read ada"]);
});
