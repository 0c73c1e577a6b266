import { authService } from "../../src/auth-service";
import { isAuthError } from "../../src/errors";
import type { Session } from "../../src/identity/sign-in";
import type { AuthDTO } from "../../src/operation/replies";
import { password } from "../../testing/backend";
import { serveApi, type Served } from "../../testing/http/served";

const newPassword = "another horse battery";

let served: Served;

beforeAll(async () => {
  served = await serveApi();
});
afterAll(() => served.stop());

/** Says what Firebase itself, past this project, makes of a refresh token. */
async function renewedAtFirebase({ refreshToken }: Session): Promise<boolean> {
  try {
    await served.ports.signIn.renew(refreshToken);
    return true;
  } catch (error) {
    if (isAuthError(error) && error.code === "session-revoked") return false;
    throw error;
  }
}

/** Says whether another instance lets a token in, which must read what it knows. */
async function isLetIn({ idToken, uid }: Session): Promise<boolean> {
  const ports = served.instance();
  const service = authService(() => ports);
  return service.isAuthorizedByUserId({ accessToken: idToken, requestedUserId: uid });
}

/** Signs in at Firebase, as often as it can, with a password that somebody stole. */
function thief(email: string) {
  const stolen: Session[] = [];
  const over = new AbortController();
  const running = (async () => {
    while (!over.signal.aborted) {
      try {
        stolen.push(await served.ports.signIn.withPassword(email, password));
      } catch (error) {
        if (!isAuthError(error)) throw error;
      }
    }
  })();
  return {
    async stop(): Promise<readonly Session[]> {
      over.abort();
      await running;
      return stolen;
    },
  };
}

const login = ({ email }: AuthDTO, secret: string) =>
  served.ask("POST", "/auth/login", { body: { email, password: secret } });

describe("nothing of the second of its end", () => {
  const endings: [string, (user: AuthDTO) => Promise<number>][] = [
    [
      "a logout",
      async ({ id, accessToken: token }) =>
        (await served.ask("POST", `/auth/logout/${id}`, { token })).status,
    ],
    [
      "a disabling",
      async ({ id }) => {
        await served.service.updateUser({ userId: id, disabled: true });
        await served.service.updateUser({ userId: id, disabled: false });
        return 204;
      },
    ],
  ];

  test.each(endings)(
    "is renewed by Firebase after %s, and a new sign-in works",
    async (_what, end) => {
      const user = await served.newUser();
      const old = await served.ports.signIn.withPassword(user.email!, password);
      expect(await end(user)).toBe(204);
      expect(await renewedAtFirebase(old)).toBe(false);
      expect(await isLetIn(old)).toBe(false);

      const fresh = await login(user, password);
      expect(fresh.status).toBe(200);
      const { accessToken } = fresh.body as AuthDTO;
      const question = { accessToken, requestedUserId: user.id };
      expect(await served.service.isAuthorizedByUserId(question)).toBe(true);
    },
  );

  test("is renewed by Firebase once the live state has forgotten it", async () => {
    const user = await served.newUser();
    const old = await served.ports.signIn.withPassword(user.email!, password);
    const token = user.accessToken;
    expect((await served.ask("POST", `/auth/logout/${user.id}`, { token })).status).toBe(204);
    // As the TTL does, long after the last access token of before has expired.
    await served.firestore.collection("authState").doc(user.id).delete();
    expect(await renewedAtFirebase(old)).toBe(false);
  });
});

test.each([1, 2, 3])(
  "a thief who signs in all the time does not outlive a password reset (%d)",
  async () => {
    const user = await served.newUser();
    const link = await served.auth.generatePasswordResetLink(user.email!);
    const oobCode = new URL(link).searchParams.get("oobCode")!;
    const stealing = thief(user.email!);
    const { status } = await served.ask("POST", "/auth/action", { body: { oobCode, newPassword } });
    const stolen = await stealing.stop();
    expect(status).toBe(204);
    expect(stolen.length).toBeGreaterThan(0);
    expect(await Promise.all(stolen.map(renewedAtFirebase))).toEqual(stolen.map(() => false));
    expect(await Promise.all(stolen.map(isLetIn))).toEqual(stolen.map(() => false));
    expect((await login(user, newPassword)).status).toBe(200);
  },
);

test("a thief who signs in all the time does not outlive a logout of all sessions for long", async () => {
  const user = await served.newUser();
  const stealing = thief(user.email!);
  const token = user.accessToken;
  const answers = [await served.ask("POST", `/auth/logout/${user.id}`, { token })];
  const stolen = await stealing.stop();
  expect(answers.map(({ status }) => status)).toEqual([204]);
  // The password is still theirs: sessions begun after the reply live, and none of before.
  const { state } = await served.ports.records.read(user.id);
  const old = stolen.filter(({ authTime }) => authTime <= state!.validAfter);
  expect(old.length).toBeGreaterThan(0);
  expect(await Promise.all(old.map(renewedAtFirebase))).toEqual(old.map(() => false));
});
