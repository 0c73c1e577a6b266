import type { AuthDTO } from "../../src/operation/replies";
import { password } from "../../testing/backend";
import { serveApi, type Served } from "../../testing/http/served";

const newPassword = "another horse battery";

let served: Served;

beforeAll(async () => {
  served = await serveApi();
});
afterAll(() => served.stop());

/** Asks the Auth emulator as a client's own SDK asks Firebase. */
async function atFirebase<Reply = unknown>(path: string, body: object): Promise<Reply> {
  const url = `http://${served.authHost}/identitytoolkit.googleapis.com/v1/${path}?key=any`;
  const headers = { "content-type": "application/json" };
  const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
  expect([path, response.status]).toEqual([path, 200]);
  return (await response.json()) as Reply;
}

/** Links a phone to whoever has an access token. */
async function linkPhone({ accessToken: idToken }: AuthDTO, phoneNumber: string): Promise<void> {
  const { sessionInfo } = await atFirebase<{ sessionInfo: string }>(
    "accounts:sendVerificationCode",
    { phoneNumber, recaptchaToken: "any" },
  );
  const sent = await fetch(
    `http://${served.authHost}/emulator/v1/projects/demo-functions/verificationCodes`,
  );
  const { verificationCodes } = (await sent.json()) as {
    verificationCodes: { sessionInfo: string; code: string }[];
  };
  const { code } = verificationCodes.find((one) => one.sessionInfo === sessionInfo)!;
  await atFirebase("accounts:signInWithPhoneNumber", { idToken, sessionInfo, code });
}

const googleToken = ({ id, email }: AuthDTO) =>
  JSON.stringify({ sub: `google-${id}`, email, email_verified: true });

describe("a stranger who registered somebody else's address", () => {
  test("has no way in left once its owner has reset the password by mail", async () => {
    const strangers = await served.newUser({ verified: false });
    await linkPhone(strangers, "+15555550111");
    const link = await served.auth.generatePasswordResetLink(strangers.email!);
    const oobCode = new URL(link).searchParams.get("oobCode")!;
    const reset = { oobCode, newPassword };
    expect((await served.ask("POST", "/auth/action", { body: reset })).status).toBe(204);
    const account = (await served.ports.accounts.find(strangers.id))!;
    expect(account).toMatchObject({ providers: ["password"], emailVerified: true });
    const token = strangers.accessToken;
    expect((await served.ask("GET", "/me", { token })).code).toBe("session-revoked");
  });

  test("has no way in left once its owner has signed in with Google", async () => {
    const strangers = await served.newUser({ verified: false });
    await linkPhone(strangers, "+15555550112");
    const idToken = googleToken(strangers);
    expect((await served.ask("POST", "/auth/login", { body: { idToken } })).status).toBe(200);
    const account = (await served.ports.accounts.find(strangers.id))!;
    expect(account).toMatchObject({ providers: ["google.com"], emailVerified: true });
    const token = strangers.accessToken;
    expect((await served.ask("GET", "/me", { token })).code).toBe("session-revoked");
  });
});

describe("a user whose address was proved past this project", () => {
  /** Registered here, verified at Firebase, then Google linked, the password taken off, a factor enrolled. */
  async function settledElsewhere(): Promise<AuthDTO & { idToken: string }> {
    const user = await served.newUser({ verified: false });
    await served.auth.updateUser(user.id, { emailVerified: true });
    const idToken = googleToken(user);
    const postBody = new URLSearchParams({ id_token: idToken, providerId: "google.com" });
    await atFirebase("accounts:signInWithIdp", {
      idToken: user.accessToken,
      postBody: postBody.toString(),
      requestUri: "http://localhost",
      returnSecureToken: true,
    });
    await served.auth.updateUser(user.id, {
      multiFactor: {
        enrolledFactors: [
          { uid: "first", factorId: "phone", phoneNumber: "+15555550101", displayName: "Phone" },
        ],
      },
    });
    return { ...user, idToken };
  }

  const factorsOf = async ({ id }: AuthDTO) =>
    (await served.ports.accounts.find(id))!.secondFactors.length;

  test("keeps second factors and sessions when a session is renewed", async () => {
    const user = await settledElsewhere();
    const { refreshToken } = user;
    const renewed = await served.ask("POST", "/auth/refresh", { body: { refreshToken } });
    expect(renewed.status).toBe(200);
    expect(await factorsOf(user)).toBe(1);
  });

  test("keeps password and second factors when they sign in with Google", async () => {
    const user = await settledElsewhere();
    const { idToken } = user;
    expect((await served.ask("POST", "/auth/login", { body: { idToken } })).code).toBe(
      "second-factor-required",
    );
    const account = (await served.ports.accounts.find(user.id))!;
    expect([...account.providers].sort()).toEqual(["google.com", "password"]);
    expect(await factorsOf(user)).toBe(1);
    expect(
      (await served.ask("POST", "/auth/login", { body: { email: user.email, password } })).code,
    ).toBe("second-factor-required");
  });
});
