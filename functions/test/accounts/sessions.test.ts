import { authService } from "../../src/auth-service";
import { nextSecond, password, startBackend } from "../../testing/backend";
import { running } from "../../testing/running";
import { stateOf, whole } from "../../testing/accounts";

const backend = running(startBackend);

describe("a sign-in", () => {
  test("repairs a document that is missing, and never removes the account", async () => {
    const { id, email } = await backend.newUser();
    await backend.firestore.collection("users").doc(id).delete();
    const dto = await backend.service.generateToken({ email: email!, password });
    expect(dto).toMatchObject({
      id,
      email,
      role: "User",
      firstName: "Ada",
      lastName: "Lovelace",
    });
    expect(await stateOf(email!, backend)).toEqual(whole);
  });

  test("gives the role that the document has, when it was changed in the console", async () => {
    const { id, email, accessToken } = await backend.newUser({ role: "Admin" });
    await backend.firestore.collection("users").doc(id).update({ role: "User" });
    const dto = await backend.service.generateToken({ email: email!, password });
    expect(dto.role).toBe("User");
    expect((await backend.auth.getUser(id)).customClaims).toEqual({ role: "User" });
    const elsewhere = authService(() => otherInstance);
    const otherInstance = backend.instance();
    expect(await elsewhere.isAuthorizedByRole({ accessToken, roles: ["Admin"] })).toBe(false);
  });

  test("keeps the claims that are not ours", async () => {
    const { id, email } = await backend.newUser();
    await backend.auth.setCustomUserClaims(id, { plan: "gold" });
    await backend.service.generateToken({ email: email!, password });
    expect((await backend.auth.getUser(id)).customClaims).toEqual({ plan: "gold", role: "User" });
  });

  test("notices that the address was changed elsewhere, and ends earlier sessions", async () => {
    const { id, email, accessToken } = await backend.newUser();
    const moved = backend.newEmail();
    // Firebase dates sessions by the second, and does not tell one that ends in the second of its begin.
    await nextSecond();
    await backend.auth.updateUser(id, { email: moved, emailVerified: true });
    const dto = await backend.service.generateToken({ email: moved, password });
    expect(dto).toMatchObject({ id, email: moved });
    expect(await backend.ports.users.find(id)).toMatchObject({ email: moved });
    const question = { accessToken, requestedEmail: email! };
    expect(await backend.service.isAuthorizedByEmail(question)).toBe(false);
  });

  test.each([
    [
      "signing in",
      ({ email }: Person) => backend.service.generateToken({ email: email!, password }),
    ],
    ["renewing", ({ refreshToken }: Person) => backend.service.renewToken({ refreshToken })],
  ])("notices, by %s, that the account was disabled elsewhere", async (_how, attempt) => {
    const user = await backend.newUser();
    const question = { accessToken: user.accessToken, requestedUserId: user.id };
    await backend.auth.updateUser(user.id, { disabled: true });
    expect(await backend.service.isAuthorizedByUserId(question)).toBe(true);
    await expect(attempt(user)).rejects.toMatchObject({ code: "user-disabled" });
    expect(await backend.service.isAuthorizedByUserId(question)).toBe(false);

    await backend.auth.updateUser(user.id, { disabled: false });
    await backend.service.generateToken({ email: user.email!, password });
    expect(await backend.service.isAuthorizedByUserId(question)).toBe(true);
    expect(await backend.ports.users.find(user.id)).toMatchObject({ disabled: false });
  });
});

test("a document without a role gets the default one, whatever reads it first", async () => {
  const { id } = await backend.newUser();
  await backend.firestore.collection("users").doc(id).update({ role: "" });
  await backend.service.findUser({ userId: id });
  expect((await backend.auth.getUser(id)).customClaims).toEqual({ role: "User" });
  expect(await backend.ports.users.find(id)).toMatchObject({ role: "User" });
});

test("an account with a second factor is asked for it, on every way in", async () => {
  const { id, email } = await backend.newUser();
  const idToken = JSON.stringify({ sub: `google-${id}`, email, email_verified: true });
  await backend.service.generateTokenForOAuth({ idToken });
  const factor = {
    uid: "first",
    factorId: "phone",
    phoneNumber: "+15555550101",
    displayName: "My phone",
  };
  await backend.auth.updateUser(id, { multiFactor: { enrolledFactors: [factor] } });
  const required = {
    code: "second-factor-required",
    details: {
      mfaPendingCredential: expect.any(String),
      hints: [expect.objectContaining({ factorId: "phone", displayName: "My phone" })],
    },
  };
  await expect(backend.service.generateToken({ email: email!, password })).rejects.toMatchObject(
    required,
  );
  await expect(backend.service.generateTokenForOAuth({ idToken })).rejects.toMatchObject(required);
});

interface Person {
  email: string | null;
  refreshToken: string;
}
