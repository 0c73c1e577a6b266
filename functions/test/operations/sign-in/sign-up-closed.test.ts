import { authService } from "../../../src/auth-service";
import { password, startBackend } from "../../../testing/backend";
import { running } from "../../../testing/running";
import { names, outage } from "../../../testing/accounts";

const backend = running(startBackend);

describe("with sign-up closed", () => {
  const closed = () => {
    const ports = backend.instance({ signUp: "closed" });
    return authService(() => ports);
  };
  const googleToken = (email: string) =>
    JSON.stringify({ sub: `google-${email}`, email, email_verified: true, name: "Grace Hopper" });

  test("nobody registers", async () => {
    const request = { email: backend.newEmail(), password, ...names };
    await expect(closed().register(request)).rejects.toMatchObject({ code: "sign-up-closed" });
    await expect(backend.auth.getUserByEmail(request.email)).rejects.toThrow();
  });

  test("a new user's provider sign-in is refused, and the account it made is gone", async () => {
    const email = backend.newEmail();
    await expect(
      closed().generateTokenForOAuth({ idToken: googleToken(email) }),
    ).rejects.toMatchObject({ code: "sign-up-closed" });
    await expect(backend.auth.getUserByEmail(email)).rejects.toMatchObject({
      code: "auth/user-not-found",
    });
  });

  test("a new user is refused as often as they try, whatever fails meanwhile", async () => {
    const ports = backend.instance({ signUp: "closed" });
    const records = { ...ports.records, transact: outage };
    const accounts = { ...ports.accounts, remove: outage };
    const failing = authService(() => ({ ...ports, records, accounts }));
    const idToken = googleToken(backend.newEmail());
    for (const service of [failing, closed(), closed()]) {
      await expect(service.generateTokenForOAuth({ idToken })).rejects.toMatchObject({
        code: "sign-up-closed",
      });
    }
  });

  test("an account that Firebase made all the same is taken back, even if that can't be written down", async () => {
    const ports = backend.instance({ signUp: "closed" });
    const { withProvider } = ports.signIn;
    const making = {
      ...ports.signIn,
      withProvider: (provider: string, token: string) => withProvider(provider, token),
    };
    const records = { ...ports.records, transact: outage };
    const failing = authService(() => ({ ...ports, records, signIn: making }));
    const email = backend.newEmail();
    await expect(
      failing.generateTokenForOAuth({ idToken: googleToken(email) }),
    ).rejects.toMatchObject({ code: "unavailable" });
    expect(await ports.accounts.findByEmail(email)).toBeUndefined();
  });

  test("a known user signs in, with a document or without", async () => {
    const email = backend.newEmail();
    const idToken = googleToken(email);
    const { id } = await backend.service.generateTokenForOAuth({ idToken });
    expect(await closed().generateTokenForOAuth({ idToken })).toMatchObject({ id });
    await backend.firestore.collection("users").doc(id).delete();
    expect(await closed().generateTokenForOAuth({ idToken })).toMatchObject({ id, role: "User" });
  });
});
