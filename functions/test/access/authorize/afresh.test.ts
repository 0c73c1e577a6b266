import { accessScene } from "../../../testing/access/scene";
import { type Guard, requireSignIn } from "../../../src/access/guards";
import { AuthError } from "../../../src/errors";

const { scene, tokenOf, instance, decided } = accessScene();

describe("authorize, where there is no answer,", () => {
  test("says unavailable, never yes or no", async () => {
    scene.states.away = true;
    await expect(decided(tokenOf())).rejects.toMatchObject({ code: "unavailable" });
  });

  test("passes a bug in a guard on", async () => {
    const failing = (error: Error): Guard => ({
      ...requireSignIn(),
      check: () => {
        throw error;
      },
    });
    await expect(decided(tokenOf(), failing(new TypeError("a bug")))).rejects.toThrow(TypeError);
    await expect(decided(tokenOf(), failing(new AuthError("internal")))).rejects.toMatchObject({
      code: "internal",
    });
  });
});

test("strict, authorize reads the caller's state afresh each time", async () => {
  const within = instance();
  const token = tokenOf();
  expect(await decided(token, requireSignIn(), { strict: true }, within)).toBe(true);
  scene.states.put("ada", { disabled: true });
  expect(await decided(token, requireSignIn(), { strict: true }, within)).toBe("user-disabled");
  expect(scene.states.newCalls()).toEqual(["read ada", "read ada"]);
});
