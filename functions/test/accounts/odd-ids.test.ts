import { onUserCreated, onUserDeleted } from "../../src/endpoints/triggers";
import { password } from "../../testing/backend";
import { serveApi } from "../../testing/http/served";
import { running } from "../../testing/running";

const served = running(serveApi);

/** Ids that Firebase allows and no document can have. */
const ids = [".", "..", "__x__", "a/b", "users/ada"];

describe.each(ids)("an account with the id %j", (uid) => {
  let email: string;
  let idToken: string;
  beforeAll(async () => {
    email = served.newEmail();
    await served.auth.createUser({ uid, email, password, emailVerified: true });
    ({ idToken } = await served.ports.signIn.withPassword(email, password));
  });

  test("can't sign in, and is told so", async () => {
    const login = await served.ask("POST", "/auth/login", { body: { email, password } });
    expect([login.status, login.code]).toEqual([403, "not-allowed"]);
  });

  test("is let in nowhere", async () => {
    expect((await served.ask("GET", "/me", { token: idToken })).code).toBe("token-invalid");
  });

  test("is nobody to administrate, and its links are of no use", async () => {
    await expect(served.service.findUser({ email })).rejects.toMatchObject({
      code: "user-not-found",
    });
    const link = await served.auth.generatePasswordResetLink(email);
    const oobCode = new URL(link).searchParams.get("oobCode")!;
    const body = { oobCode, newPassword: "another horse battery" };
    expect((await served.ask("POST", "/auth/action", { body })).code).toBe("action-code-invalid");
  });

  test("is left alone by the triggers, which are not run again for it", async () => {
    const data = { uid, metadata: { creationTime: new Date().toISOString() } };
    await expect(onUserCreated.run({ data } as never)).resolves.toBeUndefined();
    await expect(onUserDeleted.run({ data } as never)).resolves.toBeUndefined();
  });
});
