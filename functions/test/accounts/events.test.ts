import { accountCreated, accountDeleted } from "../../src/accounts/events";
import { password, startBackend } from "../../testing/backend";
import { running } from "../../testing/running";
import { names, serviceWith, stateOf, whole } from "../../testing/accounts";

const backend = running(startBackend);

const now = () => Math.floor(Date.now() / 1000);

describe("the trigger of a creation", () => {
  test("changes nothing about a registration, whichever comes first", async () => {
    const email = backend.newEmail();
    // The account is there as soon as the event can come; the registration is still running.
    const beside = serviceWith(backend, ({ accounts }) => ({
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
    expect(await stateOf(email, backend)).toEqual(whole);
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
    expect(await stateOf(email, backend)).toEqual(whole);
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
