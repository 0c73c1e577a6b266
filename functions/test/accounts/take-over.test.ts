import { startBackend } from "../../testing/backend";
import { running } from "../../testing/running";
import { names, serviceWith } from "../../testing/accounts";

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
