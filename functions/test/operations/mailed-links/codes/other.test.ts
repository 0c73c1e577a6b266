import { serveApi } from "../../../../testing/http/served";
import { running } from "../../../../testing/running";
import { actionCodes, codeOf } from "../../../../testing/http/action-codes";

const served = running(serveApi);
const { apply, check } = actionCodes(served);
const newPassword = "another horse battery";

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

test("a code to sign in is not for this", async () => {
  const user = await served.newUser();
  const settings = { url: "https://example.com", handleCodeInApp: true };
  const code = codeOf(await served.auth.generateSignInWithEmailLink(user.email!, settings));
  expect((await check(code)).body).toMatchObject({ mode: "signIn" });
  expect((await apply(code)).code).toBe("action-code-invalid");
});
