import { AuthError } from "../../../../src/errors";
import { password } from "../../../../testing/backend";
import { serveApi } from "../../../../testing/http/served";
import { running } from "../../../../testing/running";
import { actionCodes } from "../../../../testing/http/action-codes";

const served = running(serveApi);
const { apply, check, hasEnded, resetCode, signIn } = actionCodes(served);
const newPassword = "another horse battery";

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
