import { accessScene } from "../../testing/access/scene";
import { requireRole, requireSignIn } from "../../src/access/guards";
import { AuthError } from "../../src/errors";

const { scene, tokenOf, instance, decided } = accessScene();

describe("a role that a token claims and no live state speaks of", () => {
  const admins = requireRole("Admin");

  test.each<[string | null, true | string]>([
    ["Admin", true],
    ["User", "not-allowed"],
    [null, "not-allowed"],
  ])("counts as the document says: %p", async (role, expected) => {
    scene.documentRole = role;
    expect(await decided(tokenOf({ role: "Admin" }), admins)).toBe(expected);
  });

  test("is looked up once per token and instance, and for the default role never", async () => {
    const one = instance();
    const token = tokenOf({ role: "Admin" });
    for (let times = 0; times < 3; times += 1) await decided(token, admins, {}, one);
    expect(scene.rolesRead).toEqual(["ada"]);
    await decided(tokenOf({ role: "User" }), requireSignIn(), {}, one);
    expect(scene.rolesRead).toEqual(["ada"]);
  });

  test("is read afresh where that is asked for", async () => {
    const one = instance();
    const token = tokenOf({ role: "Admin" });
    expect(await decided(token, admins, { strict: true }, one)).toBe(true);
    scene.documentRole = "User";
    expect(await decided(token, admins, { strict: true }, one)).toBe("not-allowed");
  });

  test("is neither a yes nor a no while the document can't be read, and is asked for again", async () => {
    const one = instance();
    const token = tokenOf({ role: "Admin" });
    scene.documentRole = new AuthError("unavailable");
    await expect(one.authorize(token, admins)).rejects.toMatchObject({ code: "unavailable" });
    scene.documentRole = "Admin";
    expect(await decided(token, admins, {}, one)).toBe(true);
  });
});
