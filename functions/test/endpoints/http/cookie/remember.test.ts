import { cookieHolder } from "../../../../testing/http/cookie-holder";
import { serveApi } from "../../../../testing/http/served";
import { running } from "../../../../testing/running";

const served = running(serveApi);
const { logout, refresh, signIn } = cookieHolder(served);

describe("remember: false", () => {
  test("gives a cookie that goes with the browser's session, through refreshes and logout", async () => {
    const { email } = await served.newUser();
    const login = await signIn(email, { remember: false });
    const renewed = await refresh(login.cookie!);
    const left = await logout(renewed.cookie!);
    const again = await logout(left.cookie!);
    for (const { headers } of [login, renewed, left, again]) {
      expect(headers.getSetCookie()).toEqual([
        expect.stringMatching(/^__session=[\w.-]+; Path=\/; HttpOnly; Secure; SameSite=Strict$/),
      ]);
    }
    const kept = await signIn(email, { remember: true }, again.cookie);
    expect(kept.headers.getSetCookie()[0]).toContain("; Max-Age=1209600;");
  });

  test.each([["yes"], [0], [null]])("is a yes or a no, and not %j", async (remember) => {
    const { email } = await served.newUser();
    const { code, body } = await signIn(email, { remember });
    expect(code).toBe("invalid-request");
    expect(body).toMatchObject({ error: { message: "remember: must be a boolean" } });
  });

  test("goes for a sign-in with a provider, too, and for no other route", async () => {
    const email = served.newEmail();
    const idToken = JSON.stringify({ sub: email, email, email_verified: true });
    const login = await served.ask("POST", "/auth/login", { body: { idToken, remember: false } });
    expect(login.headers.getSetCookie()[0]).not.toContain("Max-Age");
    const { code } = await served.ask("POST", "/auth/refresh", { body: { remember: false } });
    expect(code).toBe("invalid-request");
  });
});
