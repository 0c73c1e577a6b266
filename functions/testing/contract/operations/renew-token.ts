import type { Asking } from "../asking";

/** What a renewal is held to. */
export function describeRenewToken({ reply, refusal, world }: Asking): void {
  describe("renewToken", () => {
    test("gives a new access token for a session that lives", async () => {
      const { id, refreshToken } = await world.newUser();
      const token = await reply<Record<string, unknown>>("renewToken", { refreshToken });
      expect(token).toEqual({
        accessToken: expect.any(String),
        refreshToken: expect.any(String),
        expiresIn: 3600,
      });
      const { accessToken } = token;
      expect(await reply("isAuthorizedByUserId", { accessToken, requestedUserId: id })).toBe(true);
    });

    test("refuses what is no refresh token", async () => {
      expect(await refusal("renewToken", { refreshToken: "nonsense" })).toBe(
        "refresh-token-invalid",
      );
    });

    test("refuses a disabled account", async () => {
      const { id, refreshToken } = await world.newUser();
      await world.disable(id);
      expect(await refusal("renewToken", { refreshToken })).toBe("user-disabled");
    });
  });
}
