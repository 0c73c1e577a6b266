import { requireUserId } from "../../../src/access/guards";
import { nextSecond, password } from "../../../testing/backend";
import { type Answered, serveApi, type Served } from "../../../testing/http/served";

jest.setTimeout(60_000);

let served: Served;

beforeAll(async () => {
  served = await serveApi();
}, 60_000);
afterAll(() => served.stop());

const setCookie = ({ headers }: Answered) => headers.getSetCookie();
const attributes = "Path=/; HttpOnly; Secure; SameSite=Strict";
const cleared = [`__session=; Max-Age=0; ${attributes}`];
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

/** Signs somebody in, as a browser does. */
async function signIn(email: string | null) {
  const answer = await served.ask("POST", "/auth/login", { body: { email, password } });
  const { accessToken, id } = answer.body as { accessToken: string; id: string };
  return { answer, accessToken, id, cookie: answer.cookie! };
}

const refresh = (cookie: string) => served.ask("POST", "/auth/refresh", { cookie });

const mayAsk = async (accessToken: string, userId: string) =>
  (await served.ask("POST", "/auth/authorize", { token: accessToken, body: { userId } })).body;

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

  test("is enough to renew the session, and is set anew", async () => {
    const { cookie, id } = await signIn((await served.newUser()).email);
    const answer = await refresh(cookie);
    expect(answer.body).toEqual({ accessToken: expect.any(String), expiresIn: 3600 });
    expect(setCookie(answer)).toEqual(isSet);
    const { accessToken } = answer.body as { accessToken: string };
    expect(await mayAsk(accessToken, id)).toEqual({ authorized: true });
  });

  test("renews beside an access token that has expired, and beside an empty object", async () => {
    const { cookie } = await signIn((await served.newUser()).email);
    const answers = [
      await served.ask("POST", "/auth/refresh", { cookie, token: "expired.or.so" }),
      await served.ask("POST", "/auth/refresh", { cookie, body: {} }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  });

  test("is left alone when the body holds a refresh token, which wins", async () => {
    const { cookie } = await signIn((await served.newUser()).email);
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
    expect(await mayAsk(accessToken, other.id)).toEqual({ authorized: true });
  });

  test.each([
    ["of another name", "session=x"],
    ["of nonsense", "__session=nonsense"],
    ["that is too long", `__session=${"x".repeat(3501)}`],
  ])("is no session if it is one %s", async (_what, cookie) => {
    const answer = await refresh(cookie);
    expect([answer.status, answer.body]).toEqual([204, ""]);
  });

  test("is found among others of its name that can't be a refresh token", async () => {
    const { cookie } = await signIn((await served.newUser()).email);
    for (const planted of ["__session=nonsense", "__session=", `__session=${"2.x".repeat(2000)}`]) {
      expect((await refresh(`${planted}; ${cookie}; ${planted}`)).status).toBe(200);
    }
  });

  test("is refused and cleared when there are two that can be refresh tokens", async () => {
    const { cookie, accessToken, id } = await signIn((await served.newUser()).email);
    const planted = await signIn((await served.newUser()).email);
    for (const path of ["/auth/refresh", "/auth/logout"]) {
      const answer = await served.ask("POST", path, { cookie: `${planted.cookie}; ${cookie}` });
      expect([answer.status, answer.code, setCookie(answer)]).toEqual([
        401,
        "refresh-token-invalid",
        cleared,
      ]);
    }
    expect(await mayAsk(accessToken, id)).toEqual({ authorized: true });
  });

  test("is cleared when its session has ended", async () => {
    const { cookie, id } = await signIn((await served.newUser()).email);
    await served.service.revokeTokens({ userId: id });
    const answer = await refresh(cookie);
    expect([answer.code, setCookie(answer)]).toEqual(["session-revoked", signedOut]);
  });

  test("has no Secure on the local stack, which serves without encryption", async () => {
    const { apiApp } = await import("../../../src/endpoints/http/app");
    const app = apiApp({ ports: () => served.ports, deployed: false });
    const response = await app.request("/auth/logout", { method: "POST" });
    expect(response.headers.getSetCookie()).toEqual([
      "__session=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict",
    ]);
    expect(response.headers.has("strict-transport-security")).toBe(false);
  });
});

describe("logout", () => {
  test("ends the cookie's session, and no other one of the user", async () => {
    const { email, id } = await served.newUser();
    await nextSecond();
    const here = await signIn(email);
    await nextSecond();
    const there = await signIn(email);

    const answer = await served.ask("POST", "/auth/logout", { cookie: here.cookie });
    expect([answer.status, setCookie(answer)]).toEqual([204, signedOut]);
    expect(await mayAsk(here.accessToken, id)).toEqual({
      authorized: false,
      reason: "session-revoked",
    });
    expect((await refresh(here.cookie)).code).toBe("session-revoked");
    expect(await mayAsk(there.accessToken, id)).toEqual({ authorized: true });
    expect((await refresh(there.cookie)).status).toBe(200);
  });

  test("lets the user sign in again in the same second", async () => {
    const { email, id } = await served.newUser();
    await nextSecond();
    const first = await signIn(email);
    await served.ask("POST", "/auth/logout", { cookie: first.cookie });
    const again = await signIn(email);
    expect(await mayAsk(again.accessToken, id)).toEqual({ authorized: true });
  });

  test("is heard by other instances, strictly at once", async () => {
    const { cookie, id, accessToken } = await signIn((await served.newUser()).email);
    const other = served.instance();
    await served.ask("POST", "/auth/logout", { cookie });
    const decision = await other.access.authorize(accessToken, requireUserId(id), {
      strict: true,
    });
    expect(decision).toMatchObject({ allowed: false, refusal: { code: "session-revoked" } });
  });

  test.each([
    ["without a cookie", undefined],
    ["with a cookie of nonsense", "__session=nonsense"],
  ])("is 204 %s", async (_how, cookie) => {
    const answer = await served.ask("POST", "/auth/logout", { cookie });
    expect([answer.status, setCookie(answer)]).toEqual([204, cleared]);
  });

  test("is 503 while Firestore is away, and the browser keeps the session, to end it later", async () => {
    const { email } = await served.newUser();
    const { cookie } = await signIn(email);
    await served.firestoreServer.pause();
    try {
      const answer = await served.ask("POST", "/auth/logout", { cookie });
      expect([answer.status, setCookie(answer)]).toEqual([503, []]);
    } finally {
      await served.firestoreServer.resume();
    }
    // The SDK tries its connection again after a pause of its own, in which a request may find it still closed.
    let later = await served.ask("POST", "/auth/logout", { cookie });
    while (later.status === 503) later = await served.ask("POST", "/auth/logout", { cookie });
    expect([later.status, setCookie(later)]).toEqual([204, signedOut]);
    expect((await refresh(cookie)).code).toBe("session-revoked");
  }, 60_000);

  test("everywhere clears the cookie of the user, and not that of an Admin who did it", async () => {
    const user = await served.newUser();
    const admin = await served.newUser({ role: "Admin" });
    const own = await served.ask("POST", `/auth/logout/${user.id}`, { token: user.accessToken });
    const others = await served.ask("POST", `/auth/logout/${user.id}`, {
      token: admin.accessToken,
    });
    expect([own.status, setCookie(own)]).toEqual([204, cleared]);
    expect([others.status, setCookie(others)]).toEqual([204, []]);
  });
});
