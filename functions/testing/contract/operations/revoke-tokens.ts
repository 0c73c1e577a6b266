import type { Asking } from "../asking";

/** What ending sessions is held to. */
export function describeRevokeTokens({ call, reply, refusal, world }: Asking): void {
  describe("revokeTokens", () => {
    test("ends every session at once, and a sign-in straight after it works", async () => {
      const user = await world.newUser();
      const other = await reply<{ refreshToken: string }>("generateToken", {
        email: user.email,
        password: world.password,
      });
      expect(await reply("revokeTokens", { userId: user.id }, user.accessToken)).toBeNull();
      expect(await refusal("renewToken", { refreshToken: user.refreshToken })).toBe(
        "session-revoked",
      );
      expect(await refusal("renewToken", { refreshToken: other.refreshToken })).toBe(
        "session-revoked",
      );
      const again = await reply<{ accessToken: string; refreshToken: string }>("generateToken", {
        email: user.email,
        password: world.password,
      });
      const question = { roles: ["User"] };
      expect(
        await reply("isAuthorizedByRole", { accessToken: again.accessToken, ...question }),
      ).toBe(true);
      expect(await call("renewToken", { refreshToken: again.refreshToken })).toHaveProperty(
        "reply",
      );
    });

    test("can be done for others by an Admin", async () => {
      const [user, admin] = [await world.newUser(), await world.newUser({ role: "Admin" })];
      expect(await reply("revokeTokens", { userId: user.id }, admin.accessToken)).toBeNull();
      expect(await refusal("renewToken", { refreshToken: user.refreshToken })).toBe(
        "session-revoked",
      );
    });

    test("can be done for oneself before the address is verified", async () => {
      const user = await world.newUser({ verified: false });
      expect(await call("revokeTokens", { userId: user.id }, user.accessToken)).toEqual({
        reply: null,
      });
    });

    test("refuses an Admin who names a user that does not exist", async () => {
      const admin = await world.newUser({ role: "Admin" });
      expect(await refusal("revokeTokens", { userId: "nobody" }, admin.accessToken)).toBe(
        "user-not-found",
      );
    });
  });
}
