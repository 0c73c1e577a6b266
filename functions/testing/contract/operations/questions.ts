import type { Asking } from "../asking";
import { expired, withClaims } from "../tokens";

/** What `isAuthorizedBy…` is held to. */
export function describeQuestions({ call, reply, world }: Asking): void {
  describe("the three questions", () => {
    test("are answered with yes and no", async () => {
      const { id, email, accessToken } = await world.newUser();
      const other = world.newEmail();
      const answers = await Promise.all([
        reply("isAuthorizedByRole", { accessToken, roles: ["User"] }),
        reply("isAuthorizedByRole", { accessToken, roles: ["Admin", "User"] }),
        reply("isAuthorizedByRole", { accessToken, roles: ["Admin"] }),
        reply("isAuthorizedByUserId", { accessToken, requestedUserId: id }),
        reply("isAuthorizedByUserId", { accessToken, requestedUserId: `${id}x` }),
        reply("isAuthorizedByEmail", { accessToken, requestedEmail: email?.toUpperCase() }),
        reply("isAuthorizedByEmail", { accessToken, requestedEmail: other }),
      ]);
      expect(answers).toEqual([true, true, false, true, false, true, false]);
    });

    test("are answered with no before the address is verified", async () => {
      const { id, email, accessToken } = await world.newUser({ verified: false });
      const answers = await Promise.all([
        reply("isAuthorizedByRole", { accessToken, roles: ["User"] }),
        reply("isAuthorizedByUserId", { accessToken, requestedUserId: id }),
        reply("isAuthorizedByEmail", { accessToken, requestedEmail: email }),
      ]);
      expect(answers).toEqual([false, false, false]);
    });

    const doubtful: [string, (token: string) => string][] = [
      ["an empty token", () => ""],
      ["the word null", () => "null"],
      ["the word undefined", () => "undefined"],
      ["garbage", () => "a.b.c"],
      ["a token of 8 MB", () => "x".repeat(8 * 1024 * 1024)],
      ["an expired token", (token) => withClaims({ accessToken: token }, expired)],
      ["a token of another project", (token) => withClaims({ accessToken: token }, { aud: "x" })],
      [
        "a session cookie",
        (token) =>
          withClaims({ accessToken: token }, { iss: "https://session.firebase.google.com/x" }),
      ],
    ];
    test.each(doubtful)("are answered with no for %s", async (_what, spoil) => {
      const { id, accessToken } = await world.newUser();
      const spoilt = spoil(accessToken);
      expect(
        await call("isAuthorizedByUserId", { accessToken: spoilt, requestedUserId: id }),
      ).toEqual({ reply: false });
    });
  });
}
