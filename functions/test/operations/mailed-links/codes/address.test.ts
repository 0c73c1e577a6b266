import type { AuthDTO } from "../../../../src/operation/replies";
import { password } from "../../../../testing/backend";
import { serveApi } from "../../../../testing/http/served";
import { running } from "../../../../testing/running";
import { actionCodes } from "../../../../testing/http/action-codes";

const served = running(serveApi);
const { apply, changeCode, check, emulator, hasEnded, mailedCode, signIn } = actionCodes(served);

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
