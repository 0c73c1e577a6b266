import { createSession, type TokenStore } from "../../client/session";
import { nextSecond, password } from "../../testing/backend";
import { serveApi, type Served } from "../../testing/http/served";

let served: Served;

beforeAll(async () => {
  served = await serveApi({ deployed: false });
});
afterAll(() => served.stop());

/** What a browser does with the API's cookie. */
function browser() {
  const asked: string[] = [];
  let cookie: string | undefined;
  async function send(request: Request): Promise<Response> {
    asked.push(new URL(request.url).pathname.replace("/api", ""));
    if (cookie !== undefined) request.headers.set("cookie", cookie);
    const reply = await fetch(request);
    const [set] = reply.headers.getSetCookie();
    if (set !== undefined) cookie = set.split(";")[0];
    return reply;
  }
  const session = createSession({ url: served.url, fetch: send });
  const login = async (email: string) => {
    const json = { method: "POST", headers: { "content-type": "application/json" } };
    const body = JSON.stringify({ email, password });
    const reply = await send(new Request(`${served.url}/auth/login`, { ...json, body }));
    return (await reply.json()) as Parameters<typeof session.begin>[0];
  };
  return { session, send, login, asked };
}

test("a session is taken up by its cookie, and renewed once for twenty calls", async () => {
  const { id, email } = await served.newUser();
  const { session, login, asked } = browser();
  await login(email!);
  const replies = await Promise.all(
    Array.from({ length: 20 }, () => session.fetch(`${served.url}/me`)),
  );
  expect(replies.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200));
  expect(session.state()).toEqual({ status: "signed-in", userId: id });
  expect(asked.filter((path) => path === "/auth/refresh")).toHaveLength(1);
});

test("a session that was revoked elsewhere is told of", async () => {
  const { id, email } = await served.newUser();
  const { session, login } = browser();
  await session.begin(await login(email!));
  await served.service.revokeTokens({ userId: id });
  await expect(session.fetch(`${served.url}/me`)).rejects.toMatchObject({
    code: "session-revoked",
  });
  expect(session.state()).toEqual({ status: "signed-out", code: "session-revoked" });
});

test("another tab's sign-in goes on as its user, and tells this one", async () => {
  const [one, other] = [await served.newUser(), await served.newUser()];
  const { session, login } = browser();
  await session.begin(await login(one.email!));
  await login(other.email!);
  await nextSecond();
  await expect(session.fetch(`${served.url}/me`)).rejects.toMatchObject({ code: "user-changed" });
  const reply = await session.fetch(`${served.url}/me`);
  expect(await reply.json()).toMatchObject({ id: other.id });
});

test("an app without cookies keeps its refresh token in a store of its own", async () => {
  const { id, refreshToken, accessToken, expiresIn } = await served.newUser();
  const box: { kept?: string | undefined } = {};
  const store: TokenStore = { read: () => box.kept, write: (token) => void (box.kept = token) };
  await createSession({ url: served.url, store }).begin({ accessToken, expiresIn, refreshToken });
  const later = createSession({ url: served.url, store });
  const reply = await later.fetch(`${served.url}/me`);
  expect(await reply.json()).toMatchObject({ id });
  await served.service.revokeTokens({ userId: id });
  await expect(later.fetch(`${served.url}/me`)).rejects.toMatchObject({ code: "session-revoked" });
  expect(box.kept).toBeUndefined();
});

test("Firebase's SDK is signed in with each renewal", async () => {
  const { refreshToken } = await served.newUser();
  const box = { kept: refreshToken as string | undefined };
  const store: TokenStore = { read: () => box.kept, write: (token) => void (box.kept = token) };
  const customTokens: string[] = [];
  const session = createSession({
    ...{ url: served.url, store },
    onCustomToken: (token) => Promise.resolve(customTokens.push(token)),
  });
  await session.accessToken();
  expect(customTokens).toHaveLength(1);
  await session.end();
});
