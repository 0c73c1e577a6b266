import type { AuthDTO } from "../../../src/operation/replies";
import { AuthError } from "../../../src/errors";
import { password } from "../../../testing/backend";
import { serveApi } from "../../../testing/http/served";
import { running } from "../../../testing/running";

const served = running(serveApi);

const newPassword = "another horse battery";

const codeOf = (link: string) => new URL(link).searchParams.get("oobCode")!;
const check = (oobCode: string) => served.ask("POST", "/auth/action/check", { body: { oobCode } });
const apply = (oobCode: string, more: object = {}) =>
  served.ask("POST", "/auth/action", { body: { oobCode, ...more } });
const signIn = (email: string, secret: string) =>
  served.ask("POST", "/auth/login", { body: { email, password: secret } });
const resetCode = async ({ email }: AuthDTO) =>
  codeOf(await served.auth.generatePasswordResetLink(email!));

/** Asks Firebase, as the owner's own SDK does, for a change of address. */
async function changeCode({ accessToken }: AuthDTO, newEmail: string): Promise<string> {
  await emulator("v1/accounts:sendOobCode?key=k", {
    requestType: "VERIFY_AND_CHANGE_EMAIL",
    idToken: accessToken,
    newEmail,
  });
  return mailedCode("VERIFY_AND_CHANGE_EMAIL", newEmail);
}

async function emulator(path: string, body?: object): Promise<unknown> {
  const response = await fetch(`http://${served.authHost}/identitytoolkit.googleapis.com/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  expect(response.status).toBe(200);
  return response.json();
}

/** The code that the emulator would have mailed. */
async function mailedCode(requestType: string, email: string): Promise<string> {
  const response = await fetch(
    `http://${served.authHost}/emulator/v1/projects/demo-functions/oobCodes`,
  );
  const { oobCodes } = (await response.json()) as {
    oobCodes: { requestType: string; email: string; newEmail?: string; oobCode: string }[];
  };
  return oobCodes.findLast(
    (code) => code.requestType === requestType && [code.email, code.newEmail].includes(email),
  )!.oobCode;
}

async function hasEnded({ id, accessToken }: AuthDTO): Promise<boolean> {
  const token = accessToken;
  const { body } = await served.ask("POST", "/auth/authorize", { token, body: { userId: id } });
  return (body as { reason?: string }).reason === "session-revoked";
}

describe("a code to reset a password", () => {
  test("says what it is for, as often as it is asked", async () => {
    const user = await served.newUser();
    const code = await resetCode(user);
    for (const answer of [await check(code), await check(code)]) {
      expect(answer.body).toEqual({ mode: "resetPassword", email: user.email });
    }
  });

  test("sets a password once, ends the sessions, and verifies the address", async () => {
    const user = await served.newUser({ verified: false });
    const code = await resetCode(user);
    expect((await apply(code, { newPassword })).status).toBe(204);
    expect(await hasEnded(user)).toBe(true);
    expect((await signIn(user.email!, password)).code).toBe("invalid-credentials");
    expect((await signIn(user.email!, newPassword)).body).toMatchObject({ emailVerified: true });
    expect(await served.ports.users.find(user.id)).toMatchObject({ emailVerified: true });
    expect((await served.ports.states.read(user.id))?.pending).toBe(false);
    expect((await apply(code, { newPassword })).code).toBe("action-code-invalid");
  });

  test("needs a good password, and can still be used after a bad one", async () => {
    const user = await served.newUser();
    const code = await resetCode(user);
    const answers = [await apply(code), await apply(code, { newPassword: "short" })];
    expect(answers.map((answer) => answer.code)).toEqual(["invalid-request", "weak-password"]);
    expect(await hasEnded(user)).toBe(false);
    expect((await apply(code, { newPassword })).status).toBe(204);
  });

  test("leaves nothing pending when Firebase finds the password weak", async () => {
    const user = await served.newUser();
    const code = await resetCode(user);
    jest
      .spyOn(served.ports.actionCodes, "resetPassword")
      .mockRejectedValueOnce(new AuthError("weak-password", "weak"));
    expect((await apply(code, { newPassword })).code).toBe("weak-password");
    expect((await served.ports.states.read(user.id))?.pending).toBe(false);
    expect((await apply(code, { newPassword })).status).toBe(204);
  });

  test("that was used before an outage leaves the sessions dead, and the sign-in works", async () => {
    const user = await served.newUser();
    const code = await resetCode(user);
    jest
      .spyOn(served.ports.accounts, "update")
      .mockRejectedValueOnce(new AuthError("unavailable", "away"));
    expect((await apply(code, { newPassword })).code).toBe("unavailable");
    expect((await served.ports.states.read(user.id))?.pending).toBe(true);
    expect((await signIn(user.email!, newPassword)).status).toBe(200);
    expect(await hasEnded(user)).toBe(true);
  });
});

test("a code to verify an address verifies it once, and leaves the sessions alone", async () => {
  const user = await served.newUser({ verified: false });
  const code = codeOf(await served.auth.generateEmailVerificationLink(user.email!));
  expect((await check(code)).body).toEqual({ mode: "verifyEmail", email: user.email });
  expect((await apply(code, { newPassword })).code).toBe("invalid-request");
  expect((await apply(code)).status).toBe(204);
  expect(await served.ports.users.find(user.id)).toMatchObject({ emailVerified: true });
  expect(await served.service.renewToken({ refreshToken: user.refreshToken })).toMatchObject({
    accessToken: expect.any(String),
  });
  expect((await apply(code)).code).toBe("action-code-invalid");
});

test("a code to change an address changes it everywhere, and ends the sessions", async () => {
  const user = await served.newUser();
  const email = served.newEmail();
  const code = await changeCode(user, email);
  expect((await check(code)).body).toEqual({ mode: "verifyAndChangeEmail", email });
  expect((await apply(code)).status).toBe(204);
  expect(await served.ports.users.find(user.id)).toMatchObject({ email, emailVerified: true });
  expect(await hasEnded(user)).toBe(true);
});

test("a code to undo a change of address gives the account back to its owner", async () => {
  const user = await served.newUser();
  const email = served.newEmail();
  await emulator("v1/accounts:update?key=k", { idToken: user.accessToken, email });
  const thief = (await signIn(email, password)).body as AuthDTO;
  const code = await mailedCode("RECOVER_EMAIL", user.email!);
  expect((await check(code)).body).toEqual({ mode: "recoverEmail", email: user.email });
  expect((await apply(code)).status).toBe(204);
  expect(await served.ports.users.find(user.id)).toMatchObject({ email: user.email });
  expect(await hasEnded(thief)).toBe(true);
});

test("a code to change an address to one that somebody took meanwhile is refused", async () => {
  const user = await served.newUser();
  const email = served.newEmail();
  const code = await changeCode(user, email);
  await served.newUser({ email });
  expect((await apply(code)).code).toBe("email-exists");
  expect((await served.ports.states.read(user.id))?.pending).toBe(false);
  expect(await served.ports.users.find(user.id)).toMatchObject({ email: user.email });
});

test("a code to sign in is not for this", async () => {
  const user = await served.newUser();
  const settings = { url: "https://example.com", handleCodeInApp: true };
  const code = codeOf(await served.auth.generateSignInWithEmailLink(user.email!, settings));
  expect((await check(code)).body).toMatchObject({ mode: "signIn" });
  expect((await apply(code)).code).toBe("action-code-invalid");
});

test.each([
  ["EXPIRED_OOB_CODE", "action-code-expired"],
  ["INVALID_OOB_CODE", "action-code-invalid"],
  ["USER_DISABLED", "user-disabled"],
  ["TOO_MANY_ATTEMPTS_TRY_LATER", "too-many-attempts"],
  ["SOMETHING_NEW", "unavailable"],
])("Firebase's %s is %s", async (message, code) => {
  const { refusalFrom } = await import("../../../src/identity/rest-errors");
  const { actionCodeMeanings } = await import("../../../src/identity/firebase-action-codes");
  const body = { error: { code: 400, message } };
  expect(refusalFrom({ status: 400, body }, actionCodeMeanings)).toMatchObject({ code });
});
