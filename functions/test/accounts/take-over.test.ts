import { AuthError } from "../../src/errors";
import { sweep } from "../../src/accounts/sweep";
import { startBackend } from "../../testing/backend";
import { running } from "../../testing/running";
import { names, outage, serviceWith } from "../../testing/accounts";

const backend = running(startBackend);

test("a provider's sign-in keeps no name of a stranger who registered its address before", async () => {
  const before = await backend.newUser({ verified: false });
  // The emulator replaces the account's display name by itself; Firebase need not.
  const taken = serviceWith(backend, ({ signIn }) => ({
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

describe("a provider's sign-in that dies once the address is proved", () => {
  test.each([
    ["unavailable", outage],
    ["user-disabled", () => Promise.reject(new AuthError("user-disabled"))],
  ])("leaves nothing of the stranger's once the sweeper came by: %s", async (code, lookUp) => {
    const before = await backend.newUser({ verified: false });
    await backend.auth.updateUser(before.id, { phoneNumber: "+15555550133" });
    const dying = serviceWith(backend, ({ signIn }) => ({ signIn: { ...signIn, lookUp } }));
    const idToken = JSON.stringify({
      sub: `google-${before.id}`,
      email: before.email,
      email_verified: true,
    });
    await expect(dying.generateTokenForOAuth({ idToken })).rejects.toMatchObject({ code });
    await sweep(backend.ports, { graceMilliseconds: -1000 });
    expect(await backend.ports.accounts.find(before.id)).toMatchObject({
      emailVerified: true,
      providers: ["google.com"],
      displayName: "",
    });
    const question = { accessToken: before.accessToken, requestedUserId: before.id };
    expect(await backend.service.isAuthorizedByUserId(question)).toBe(false);
    const { state } = await backend.ports.records.read(before.id);
    expect(state).toMatchObject({ marks: {} });
    // The emulator takes the stranger's ways in itself; Firebase need not.
    expect(state?.validAfter).toBeGreaterThan(0);
  });

  test("takes nothing from somebody whose address it did not prove", async () => {
    const before = await backend.newUser({ verified: false });
    const dying = serviceWith(backend, ({ signIn }) => ({
      signIn: { ...signIn, withProvider: outage },
    }));
    const idToken = JSON.stringify({ sub: "forged", email: before.email, email_verified: true });
    await expect(dying.generateTokenForOAuth({ idToken })).rejects.toMatchObject({
      code: "unavailable",
    });
    await backend.auth.updateUser(before.id, { emailVerified: true });
    await sweep(backend.ports, { graceMilliseconds: -1000 });
    const { providers } = (await backend.ports.accounts.find(before.id))!;
    expect(providers).toEqual(["password"]);
    const { state } = await backend.ports.records.read(before.id);
    expect(state).toMatchObject({ marks: {}, validAfter: 0 });
  });
});
