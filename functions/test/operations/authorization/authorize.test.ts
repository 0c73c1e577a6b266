import { serveApi } from "../../../testing/http/served";
import { running } from "../../../testing/running";

const served = running(serveApi);

describe("POST /auth/authorize", () => {
  const ask = (token: string | undefined, body: object) =>
    served.ask("POST", "/auth/authorize", { token, body });

  test("says whether the bearer may, and if not, why", async () => {
    const user = await served.newUser();
    const { accessToken: token, email } = user;
    const unverified = await served.newUser({ verified: false });
    const ended = await served.newUser();
    await served.service.revokeTokens({ userId: ended.id });
    const answers = [
      await ask(token, { userId: user.id }),
      await ask(token, { email }),
      await ask(token, { roles: ["Admin", "User"] }),
      await ask(token, { roles: ["Admin"] }),
      await ask(unverified.accessToken, { userId: unverified.id }),
      await ask(ended.accessToken, { userId: ended.id }),
      await served.ask("POST", "/auth/authorize", {
        headers: { authorization: "Basic YTpi" },
        body: { userId: user.id },
      }),
    ];
    expect(answers.map(({ body }) => body)).toEqual([
      { authorized: true },
      { authorized: true },
      { authorized: true },
      { authorized: false, reason: "not-allowed" },
      { authorized: false, reason: "email-not-verified" },
      { authorized: false, reason: "session-revoked" },
      { authorized: false, reason: "token-invalid" },
    ]);
  });

  test.each([[{}], [{ userId: "a", email: "a@b.co" }], [{ roles: ["Root"] }], [{ user: "a" }]])(
    "refuses %j",
    async (body) => {
      const { accessToken } = await served.newUser();
      expect((await ask(accessToken, body)).code).toBe("invalid-request");
    },
  );
});
