import { nextSecond, password } from "../../../testing/backend";
import { type Answered, serveApi } from "../../../testing/http/served";
import { running } from "../../../testing/running";

const served = running(serveApi);

const signIn = (email: string | null, more: object = {}, cookie?: string) =>
  served.ask("POST", "/auth/login", { body: { email, password, ...more }, cookie });
const refresh = (cookie: string) => served.ask("POST", "/auth/refresh", { cookie });
const logout = (cookie: string) => served.ask("POST", "/auth/logout", { cookie });
const bearerOf = ({ body }: Answered) => (body as { accessToken: string }).accessToken;
const me = (answer: Answered) => served.ask("GET", "/me", { token: bearerOf(answer) });

/** What a cookie says of the device. */
const deviceIn = (cookie: string | undefined) => /\.?[kb]\.(1(?:\.[\w-]+){3})$/.exec(cookie!)?.[1];

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

describe("what knows the device", () => {
  test("stays in the cookie through refreshes and logout, and is renewed by a sign-in", async () => {
    const { email } = await served.newUser();
    const login = await signIn(email);
    const device = deviceIn(login.cookie);
    expect(device).toBeDefined();
    const renewed = await refresh(login.cookie!);
    const left = await logout(renewed.cookie!);
    expect([renewed, left].map(({ cookie }) => deviceIn(cookie))).toEqual([device, device]);
    expect((await refresh(left.cookie!)).status).toBe(204);
    expect(deviceIn((await signIn(email, {}, left.cookie)).cookie)).not.toBe(device);
  });
});

describe("a login over a living cookie", () => {
  test("ends the session of the cookie, whoever it was, in the very same second too", async () => {
    const [one, other] = [await served.newUser(), await served.newUser()];
    await nextSecond();
    const first = await signIn(one.email);
    const second = await signIn(one.email, {}, first.cookie);
    const third = await signIn(other.email, {}, second.cookie);
    for (const ended of [first, second]) {
      expect((await refresh(ended.cookie!)).code).toBe("session-revoked");
      expect((await me(ended)).code).toBe("session-revoked");
    }
    expect((await me(third)).status).toBe(200);
    expect((await refresh(third.cookie!)).status).toBe(200);
  });

  test("that fails leaves it alone", async () => {
    const { email } = await served.newUser();
    const login = await signIn(email);
    expect((await signIn(email, { password: "wrong" }, login.cookie)).status).toBe(401);
    expect((await refresh(login.cookie!)).status).toBe(200);
  });

  test("is not stopped by two of them, of which nobody knows whose they are", async () => {
    const { email } = await served.newUser();
    const [one, other] = [await signIn(email), await signIn((await served.newUser()).email)];
    const login = await signIn(email, {}, `${one.cookie}; ${other.cookie}`);
    expect(login.status).toBe(200);
    expect((await refresh(other.cookie!)).status).toBe(200);
  });
});

test("nothing that a copied cookie holds opens anything after logout, here or at Firebase", async () => {
  const login = await signIn((await served.newUser()).email);
  const copied = login.cookie!;
  expect((await logout(copied)).status).toBe(204);
  expect((await refresh(copied)).code).toBe("session-revoked");
  const value = copied.slice("__session=".length);
  const parts = value.split(".");
  const pieces = [value, value.slice(2), ...parts];
  const decoded = parts.map((part) => Buffer.from(part, "base64url").toString());
  const joined = parts.map((_, from) => parts.slice(from).join("."));
  for (const piece of new Set([...pieces, ...decoded, ...joined])) {
    if (piece === "") continue;
    await expect(served.ports.signIn.renew(piece)).rejects.toMatchObject({
      code: "refresh-token-invalid",
    });
  }
  expect((await me(login)).code).toBe("session-revoked");
  expect((await logout(copied)).status).toBe(204);
});
