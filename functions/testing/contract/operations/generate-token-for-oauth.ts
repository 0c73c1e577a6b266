import type { Asking } from "../asking";
import { payloadOf } from "../tokens";
import { names } from "../people";

/** What a sign-in by provider is held to. */
export function describeGenerateTokenForOAuth({
  call,
  reply,
  refusal,
  expectSoon,
  world,
}: Asking): void {
  describe("generateTokenForOAuth", () => {
    const googleToken = (email: string, more: object = {}) =>
      JSON.stringify({
        sub: `google-${email}`,
        email,
        email_verified: true,
        name: "Grace Hopper",
        given_name: "Grace",
        family_name: "Hopper",
        ...more,
      });

    test("makes a user with the provider's names the first time, and knows them the next", async () => {
      const email = world.newEmail();
      const request = { idToken: googleToken(email), providerId: "google.com" };
      const first = await reply<Record<string, unknown>>("generateTokenForOAuth", request);
      expect(first).toMatchObject({ ...names, email, emailVerified: true, role: "User" });
      expect(payloadOf(first.accessToken)).toMatchObject({ role: "User" });
      const next = await reply("generateTokenForOAuth", { idToken: googleToken(email) });
      expect(next).toMatchObject({ id: first.id, ...names, role: "User" });
    });

    test("refuses an address that the provider did not verify and somebody has", async () => {
      const { email } = await world.newUser();
      const idToken = googleToken(email ?? "", { email_verified: false });
      expect(await refusal("generateTokenForOAuth", { idToken })).toBe("account-exists");
    });

    test("leaves nothing to a stranger who registered the address before its owner", async () => {
      const before = await world.newUser({ verified: false });
      const owner = await reply<Record<string, unknown>>("generateTokenForOAuth", {
        idToken: googleToken(before.email ?? ""),
      });
      expect(owner).toMatchObject({ id: before.id, ...names, emailVerified: true });
      const { email, refreshToken, accessToken, id } = before;
      expect(await refusal("generateToken", { email, password: world.password })).toBe(
        "invalid-credentials",
      );
      expect(await refusal("renewToken", { refreshToken })).toBe("session-revoked");
      await expectSoon(() => call("isAuthorizedByUserId", { accessToken, requestedUserId: id }), {
        reply: false,
      });
      expect(
        await reply("isAuthorizedByUserId", {
          accessToken: owner.accessToken,
          requestedUserId: id,
        }),
      ).toBe(true);
    });

    test("refuses what the provider did not sign", async () => {
      expect(await refusal("generateTokenForOAuth", { idToken: "nonsense" })).toBe(
        "invalid-credentials",
      );
    });
  });
}
