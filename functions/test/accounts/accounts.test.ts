import { AuthError } from "../../src/errors";
import { accountCreated, accountDeleted } from "../../src/accounts/events";
import { AuthService } from "../../src/auth-service";
import { sweep } from "../../src/accounts/sweep";
import type { Ports } from "../../src/ports";
import { nextSecond, password, startBackend } from "../../testing/backend";
import { running } from "../../testing/running";

describe("accounts and documents", () => {
  const backend = running(startBackend);

  const names = { firstName: "Grace", lastName: "Hopper" };
  const now = () => Math.floor(Date.now() / 1000);
  const outage = () => Promise.reject(new AuthError("unavailable", "away"));

  /** The service on ports of which some are replaced. */
  const serviceWith = (replace: (ports: Ports) => Partial<Ports>) => {
    const ports = backend.instance();
    return new AuthService(() => ({ ...ports, ...replace(ports) }));
  };

  /** Somebody's role by document, claim and a fresh sign-in, and the number of documents. */
  async function stateOf(email: string) {
    const { role, id } = await backend.service.generateToken({ email, password });
    const { uid, customClaims } = await backend.auth.getUserByEmail(email);
    const documents = await backend.firestore.collection("users").where("email", "==", email).get();
    return {
      documents: documents.docs.map((document) => document.id === uid && id === uid),
      preparing: documents.docs.some((document) => document.get("preparing") !== undefined),
      roles: [documents.docs[0]?.get("role") as unknown, customClaims?.role as unknown, role],
    };
  }
  const whole = { documents: [true], preparing: false, roles: ["User", "User", "User"] };

  describe("a registration that fails half-way", () => {
    test("before the account exists leaves nothing that prevents a second try", async () => {
      const request = { email: backend.newEmail(), password, ...names };
      const failing = serviceWith(({ accounts }) => ({
        accounts: { ...accounts, create: outage },
      }));
      await expect(failing.register(request)).rejects.toMatchObject({ code: "unavailable" });
      await backend.service.register(request);
      // The sweeper removes the first try's document, whose account was never created.
      await sweep(backend.ports, { graceMilliseconds: -1000 });
      expect(await stateOf(request.email)).toEqual(whole);
    });

    test("after there is an account leaves one that can sign in", async () => {
      const request = { email: backend.newEmail(), password, ...names };
      const failing = serviceWith(({ accounts }) => ({
        accounts: { ...accounts, update: outage },
      }));
      await expect(failing.register(request)).rejects.toMatchObject({ code: "unavailable" });
      await expect(backend.service.register(request)).rejects.toMatchObject({
        code: "email-exists",
      });
      await sweep(backend.ports, { graceMilliseconds: -1000 });
      expect(await stateOf(request.email)).toEqual(whole);
    });

    test("when the mail can't be queued leaves an account that can sign in", async () => {
      const request = { email: backend.newEmail(), password, ...names };
      backend.tasks.away = true;
      // The Admin SDK tries for a while before it gives up.
      await expect(backend.service.register(request)).rejects.toMatchObject({
        code: "unavailable",
      });
      backend.tasks.away = false;
      await expect(backend.service.register(request)).rejects.toMatchObject({
        code: "email-exists",
      });
      expect(await stateOf(request.email)).toEqual(whole);
    }, 30_000);
  });

  test("an address that is taken leaves no second document", async () => {
    const { email } = await backend.newUser();
    await expect(
      backend.service.register({ email: email!, password, ...names }),
    ).rejects.toMatchObject({ code: "email-exists" });
    expect(await stateOf(email!)).toEqual(whole);
  });

  describe("the trigger of a creation", () => {
    test("changes nothing about a registration, whichever comes first", async () => {
      const email = backend.newEmail();
      // The account is there as soon as the event can come; the registration is still running.
      const beside = serviceWith(({ accounts }) => ({
        accounts: {
          ...accounts,
          create: async (account) => {
            await accounts.create(account);
            await accountCreated(account.uid, backend.ports);
          },
        },
      }));
      const { firstName } = await beside.register({ email, password, ...names });
      await accountCreated((await backend.auth.getUserByEmail(email)).uid, backend.ports);
      expect(firstName).toBe("Grace");
      expect(await stateOf(email)).toEqual(whole);
    });

    test("completes an account that was made elsewhere", async () => {
      const email = backend.newEmail();
      const { uid } = await backend.auth.createUser({
        email,
        password,
        displayName: "Ada King Lovelace",
      });
      await accountCreated(uid, backend.ports);
      await accountCreated(uid, backend.ports);
      expect(await stateOf(email)).toEqual(whole);
      expect(await backend.ports.users.find(uid)).toMatchObject({
        firstName: "Ada",
        lastName: "King Lovelace",
        signUpMethod: "PASSWORD",
      });
    });

    test("never overwrites the role of an Admin", async () => {
      const admin = await backend.newUser({ role: "Admin" });
      await accountCreated(admin.id, backend.ports);
      expect((await backend.auth.getUser(admin.id)).customClaims).toEqual({ role: "Admin" });
    });

    test("leaves no document when the account is gone already", async () => {
      const { uid } = await backend.auth.createUser({ email: backend.newEmail() });
      await backend.auth.deleteUser(uid);
      await accountDeleted(uid, now(), backend.ports);
      await accountCreated(uid, backend.ports);
      expect(await backend.ports.users.find(uid)).toBeUndefined();
    });
  });

  describe("the trigger of a deletion", () => {
    test("ends the tokens and removes the document", async () => {
      const { id, accessToken } = await backend.newUser();
      await backend.auth.deleteUser(id);
      await accountDeleted(id, now(), backend.ports);
      expect(await backend.ports.users.find(id)).toBeUndefined();
      expect(await backend.service.isAuthorizedByUserId({ accessToken, requestedUserId: id })).toBe(
        false,
      );
    });

    test("leaves an account alone that exists", async () => {
      const { id, accessToken } = await backend.newUser();
      await accountDeleted(id, now(), backend.ports);
      expect(await backend.ports.users.find(id)).toBeDefined();
      expect(await backend.service.isAuthorizedByUserId({ accessToken, requestedUserId: id })).toBe(
        true,
      );
    });
  });

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
      expect(await stateOf(email!)).toEqual(whole);
    });

    test("gives the role that the document has, when it was changed in the console", async () => {
      const { id, email, accessToken } = await backend.newUser({ role: "Admin" });
      await backend.firestore.collection("users").doc(id).update({ role: "User" });
      const dto = await backend.service.generateToken({ email: email!, password });
      expect(dto.role).toBe("User");
      expect((await backend.auth.getUser(id)).customClaims).toEqual({ role: "User" });
      const elsewhere = new AuthService(() => otherInstance);
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

  test("a provider's sign-in keeps no name of a stranger who registered its address before", async () => {
    const before = await backend.newUser({ verified: false });
    // The emulator replaces the account's display name by itself; Firebase need not.
    const taken = serviceWith(({ signIn }) => ({
      signIn: {
        ...signIn,
        lookUp: async (idToken) => {
          await backend.auth.updateUser(before.id, { displayName: "Ada Lovelace" });
          return signIn.lookUp(idToken);
        },
      },
    }));
    const idToken = JSON.stringify({
      sub: `google-${before.id}`,
      email: before.email,
      email_verified: true,
      given_name: "Grace",
      family_name: "Hopper",
    });
    expect(await taken.generateTokenForOAuth({ idToken })).toMatchObject({
      ...names,
      id: before.id,
    });
    expect(await backend.ports.users.find(before.id)).toMatchObject(names);
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
    await expect(backend.service.generateTokenForOAuth({ idToken })).rejects.toMatchObject(
      required,
    );
  });

  describe("with sign-up closed", () => {
    const closed = () => {
      const ports = backend.instance({ signUp: "closed" });
      return new AuthService(() => ports);
    };
    const googleToken = (email: string) =>
      JSON.stringify({ sub: `google-${email}`, email, email_verified: true, name: "Grace Hopper" });

    test("nobody registers", async () => {
      const request = { email: backend.newEmail(), password, ...names };
      await expect(closed().register(request)).rejects.toMatchObject({ code: "sign-up-closed" });
      await expect(backend.auth.getUserByEmail(request.email)).rejects.toThrow();
    });

    test("a newcomer's provider sign-in is refused, and the account it made is gone", async () => {
      const email = backend.newEmail();
      await expect(
        closed().generateTokenForOAuth({ idToken: googleToken(email) }),
      ).rejects.toMatchObject({ code: "sign-up-closed" });
      await expect(backend.auth.getUserByEmail(email)).rejects.toMatchObject({
        code: "auth/user-not-found",
      });
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
});

interface Person {
  email: string | null;
  refreshToken: string;
}
