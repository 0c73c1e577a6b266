import { AuthError } from "../../../src/errors";
import { administration } from "../../../testing/http/administration";

const { served, team, by, everywhere, reasonFor } = administration();

describe("DELETE /users", () => {
  test.each(["userId", "email"] as const)("by %s leaves nothing", async (key) => {
    const user = await served.newUser();
    const value = key === "userId" ? user.id : user.email!;
    const path = `/users?${new URLSearchParams({ [key]: value }).toString()}`;
    expect((await by(team.admin, "DELETE", path)).status).toBe(204);
    const { account, user: document, state } = await everywhere(user.id);
    expect([account, document, state]).toEqual([
      undefined,
      undefined,
      expect.objectContaining({ deleted: true, pending: false }),
    ]);
    expect(await reasonFor(user)).toBe("session-revoked");
    expect((await by(team.admin, "DELETE", path)).code).toBe("user-not-found");
  });

  test("is finished by the same request when Firebase Auth was away", async () => {
    const user = await served.newUser();
    jest
      .spyOn(served.ports.accounts, "remove")
      .mockRejectedValueOnce(new AuthError("unavailable", "away"));
    const path = `/users?email=${encodeURIComponent(user.email!)}`;
    expect((await by(team.admin, "DELETE", path)).code).toBe("unavailable");
    expect(await reasonFor(user)).toBe("session-revoked");
    expect((await by(team.admin, "DELETE", path)).status).toBe(204);
    expect((await everywhere(user.id)).account).toBeUndefined();
  });
});
