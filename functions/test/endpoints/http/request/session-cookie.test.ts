import { setCookie, cleared, signIn, refresh, mayAsk } from "../../../../testing/http/cookies";
import { running } from "../../../../testing/running";
import { password } from "../../../../testing/backend";
import { serveApi } from "../../../../testing/http/served";

const served = running(serveApi);

const isSet = [
  expect.stringMatching(
    /^__session=2\.[\w.-]+; Max-Age=1209600; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
  ),
];

/** Nothing is left but what knows the device. */
const signedOut = [
  expect.stringMatching(
    /^__session=k\.1\.[\w.-]{70,90}; Max-Age=1209600; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
  ),
];

describe("the session cookie", () => {
  test("is set at login and at registration, and the reply holds no refresh token", async () => {
    const { email } = await served.newUser();
    const login = await served.ask("POST", "/auth/login", { body: { email, password } });
    const body = { email: served.newEmail(), password, firstName: "A", lastName: "B" };
    const registration = await served.ask("POST", "/auth/register", { body });
    for (const answer of [login, registration]) {
      expect(setCookie(answer)).toEqual(isSet);
      expect(answer.body).not.toHaveProperty("refreshToken");
      expect(answer.headers.get("cache-control")).toBe("private, no-store");
    }
  });

  test("is enough to renew the session, and is set again", async () => {
    const { cookie, id } = await signIn(served, (await served.newUser()).email);
    const answer = await refresh(served, cookie);
    expect(answer.body).toEqual({ accessToken: expect.any(String), expiresIn: 3600 });
    expect(setCookie(answer)).toEqual(isSet);
    const { accessToken } = answer.body as { accessToken: string };
    expect(await mayAsk(served, accessToken, id)).toEqual({ authorized: true });
  });

  test("renews beside an access token that has expired, and beside an empty object", async () => {
    const { cookie } = await signIn(served, (await served.newUser()).email);
    const answers = [
      await served.ask("POST", "/auth/refresh", { cookie, token: "expired.or.so" }),
      await served.ask("POST", "/auth/refresh", { cookie, body: {} }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  });

  test("is left alone when the body holds a refresh token, which wins", async () => {
    const { cookie } = await signIn(served, (await served.newUser()).email);
    const other = await served.newUser();
    const { refreshToken } = other;
    const answer = await served.ask("POST", "/auth/refresh", { cookie, body: { refreshToken } });
    expect(answer.body).toEqual({
      accessToken: expect.any(String),
      refreshToken: expect.any(String),
      expiresIn: 3600,
    });
    expect(setCookie(answer)).toEqual([]);
    const { accessToken } = answer.body as { accessToken: string };
    expect(await mayAsk(served, accessToken, other.id)).toEqual({ authorized: true });
  });

  test.each([
    ["of another name", "session=x"],
    ["of nonsense", "__session=nonsense"],
    ["that is too long", `__session=${"x".repeat(3501)}`],
  ])("is no session if it is one %s", async (_what, cookie) => {
    const answer = await refresh(served, cookie);
    expect([answer.status, answer.body]).toEqual([204, ""]);
  });

  test("is found among others of its name that can't be a refresh token", async () => {
    const { cookie } = await signIn(served, (await served.newUser()).email);
    for (const planted of ["__session=nonsense", "__session=", `__session=${"2.x".repeat(2000)}`]) {
      expect((await refresh(served, `${planted}; ${cookie}; ${planted}`)).status).toBe(200);
    }
  });

  test("is refused and cleared when there are two that can be refresh tokens", async () => {
    const { cookie, accessToken, id } = await signIn(served, (await served.newUser()).email);
    const planted = await signIn(served, (await served.newUser()).email);
    for (const path of ["/auth/refresh", "/auth/logout"]) {
      const answer = await served.ask("POST", path, { cookie: `${planted.cookie}; ${cookie}` });
      expect([answer.status, answer.code, setCookie(answer)]).toEqual([
        401,
        "refresh-token-invalid",
        cleared,
      ]);
    }
    expect(await mayAsk(served, accessToken, id)).toEqual({ authorized: true });
  });

  test("is cleared when its session has ended", async () => {
    const { cookie, id } = await signIn(served, (await served.newUser()).email);
    await served.service.revokeTokens({ userId: id });
    const answer = await refresh(served, cookie);
    expect([answer.code, setCookie(answer)]).toEqual(["session-revoked", signedOut]);
  });

  test("has no Secure on the local stack, which serves without encryption", async () => {
    const { apiApp } = await import("../../../../src/endpoints/http/app");
    const app = apiApp({ ports: () => served.ports, deployed: false });
    const response = await app.request("/auth/logout", { method: "POST" });
    expect(response.headers.getSetCookie()).toEqual([
      "__session=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict",
    ]);
    expect(response.headers.has("strict-transport-security")).toBe(false);
  });
});
