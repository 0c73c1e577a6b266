import { authService } from "../../src/auth-service";
import type { AuthDTO } from "../../src/operation/replies";
import { nextSecond, password } from "../../testing/backend";
import { serveApi, type Served } from "../../testing/http/served";
import { exchange, type SdkSession, teamsOwn } from "../../testing/identity/firebase-sdk";

/** Seconds for which a sign-in is fresh in these tests. */
const day = 86_400;

let served: Served;

beforeAll(async () => {
  served = await serveApi();
});
afterAll(() => served.stop());

/** Signs in, and asks for a custom token. */
async function signIn(role?: string): Promise<AuthDTO & { customToken: string }> {
  const { email } = await served.newUser({ ...(role && { role }) });
  const dto = await served.service.generateToken({ email: email!, password, customToken: true });
  return { ...dto, customToken: dto.customToken! };
}

const exchanged = ({ customToken }: { customToken: string }) =>
  exchange(served.authHost, customToken);

/** Says what another instance, which must read what it knows, makes of a token. */
async function verdict({ idToken }: SdkSession, roles?: string[]): Promise<unknown> {
  const ports = served.instance({ liveStateMaxAgeSeconds: 0 });
  const question = roles ? { roles } : { userId: subject(idToken) };
  const client = await authService(() => ports).authorize({ accessToken: idToken, ...question });
  return client.authorized || client.reason;
}

const subject = (token: string) =>
  (JSON.parse(Buffer.from(token.split(".")[1]!, "base64url").toString()) as { sub: string }).sub;

/** Firebase's SDK asks for another ID token. */
async function renewed({ refreshToken }: SdkSession): Promise<SdkSession> {
  return served.ports.signIn.renew(refreshToken);
}

test("opens what the session beside it opens, and no more after Firebase's SDK has renewed it", async () => {
  const sdk = await exchanged(await signIn("Admin"));
  expect(await verdict(sdk)).toBe(true);
  expect(await verdict(await renewed(sdk), ["Admin"])).toBe(true);
});

const endings: [string, string, (user: AuthDTO) => Promise<unknown>][] = [
  ["a revocation", "session-revoked", ({ id }) => served.service.revokeTokens({ userId: id })],
  [
    "a logout",
    "session-revoked",
    ({ id, sessionId }) => served.service.endUserSession({ userId: id, sessionId }),
  ],
  [
    "a change of the password",
    "session-revoked",
    ({ accessToken }) =>
      served.ask("POST", "/me/password", {
        token: accessToken,
        body: { currentPassword: password, newPassword: "another horse battery" },
      }),
  ],
  [
    "a disabling that was taken back",
    "session-revoked",
    async ({ id }) => {
      await served.service.disable({ userId: id });
      await served.service.enable({ userId: id });
    },
  ],
  ["a deletion", "session-revoked", ({ id }) => served.service.deleteUser({ userId: id })],
];

describe.each(endings)("after %s", (_, code, end) => {
  test("a custom token that was kept opens nothing, whatever its new auth_time", async () => {
    const user = await signIn();
    await end(user);
    await nextSecond();
    const sdk = await exchanged(user);
    expect(await verdict(sdk)).toBe(code);
    expect(await verdict(await renewed(sdk))).toBe(code);
  });

  test("what was exchanged before opens nothing either", async () => {
    const user = await signIn();
    const sdk = await exchanged(user);
    await end(user);
    expect(await verdict(sdk)).toBe(code);
  });
});

test("a disabled account's is not exchanged", async () => {
  const user = await signIn();
  await served.service.disable({ userId: user.id });
  await expect(exchanged(user)).rejects.toThrow("USER_DISABLED");
});

test("a role that was taken away is gone from what is exchanged later", async () => {
  const user = await signIn("Admin");
  await served.service.setRole({ userId: user.id, role: "User" });
  expect(await verdict(await exchanged(user), ["Admin"])).toBe("not-allowed");
});

test("whose session is over is refused however often Firebase's SDK renews it", async () => {
  const { id } = await signIn();
  const now = Math.floor(Date.now() / 1000);
  const binding = { began: now - 3600, until: now - 1 };
  const customToken = await served.ports.customTokens.make(id, binding);
  const sdk = await exchanged({ customToken });
  expect(await verdict(sdk)).toBe("token-expired");
  expect(await verdict(await renewed(sdk))).toBe("token-expired");
});

test("is no fresh sign-in, whenever it is exchanged", async () => {
  const { id } = await signIn();
  const now = Math.floor(Date.now() / 1000);
  const binding = { began: now - day - 1, until: now + 60 };
  const customToken = await served.ports.customTokens.make(id, binding);
  const { idToken: token } = await exchanged({ customToken });
  const { body } = await served.ask("GET", "/me/export", { token });
  expect(body).toMatchObject({ error: { details: { code: "fresh-sign-in-required" } } });
});

test("shows its bearer's own session in the list", async () => {
  const user = await signIn();
  const { idToken: token } = await exchanged(user);
  const { body } = await served.ask("GET", "/me/sessions", { token });
  expect(body).toContainEqual(expect.objectContaining({ id: user.sessionId, current: true }));
});

test("a team's own custom token is a session of its own, dead with a revocation as ever", async () => {
  const { id } = await signIn();
  const before = await exchanged({ customToken: await teamsOwn(id) });
  expect(await verdict(before)).toBe(true);
  await served.service.revokeTokens({ userId: id });
  expect(await verdict(before)).toBe("session-revoked");
  await nextSecond();
  expect(await verdict(await exchanged({ customToken: await teamsOwn(id) }))).toBe(true);
});
