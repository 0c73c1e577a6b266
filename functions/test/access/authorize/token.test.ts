import { accessScene } from "../../../testing/access/scene";
import { requireSignIn } from "../../../src/access/guards";
import { unsignedIdToken } from "../../../testing/tokens/id-tokens";

const { scene, clock, now, seconds, tokenOf, tokenTimes, instance, decided, forger } =
  accessScene();

describe("authorize, of the token,", () => {
  test.each<[string, () => string | undefined, true | string]>([
    ["a good one", () => tokenOf(), true],
    ["none", () => undefined, "not-signed-in"],
    ["an empty one", () => "", "token-invalid"],
    ["one signed with another key", () => tokenOf({}, forger), "token-invalid"],
    ["an unsigned one", () => unsignedIdToken({}, { now: now() }), "token-invalid"],
    ["one that has expired", () => tokenOf(tokenTimes(seconds() - 3600)), "token-expired"],
    ["one of another project", () => tokenOf({ aud: "another" }), "token-invalid"],
    [
      "one without a verified e-mail",
      () => tokenOf({ email_verified: false }),
      "email-not-verified",
    ],
  ])("of %s", async (_name, token, expected) => {
    expect(await decided(token())).toBe(expected);
  });

  test("forgets nothing on the second look", async () => {
    const within = instance();
    const token = tokenOf();
    expect(await decided(token, requireSignIn(), {}, within)).toBe(true);
    scene.states.put("ada", { disabled: true });
    clock.pass(5_000);
    expect(await decided(token, requireSignIn(), {}, within)).toBe("user-disabled");
  });

  test("refuses one that expires while the state is asked for, which is kept no longer", async () => {
    scene.states.onCall = (call) => {
      if (call === "read ada") clock.pass(66 * 60_000);
    };
    expect(await decided(tokenOf())).toBe("token-expired");
  });
});
