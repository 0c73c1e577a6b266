import { requireSignIn } from "../../../src/access/guards";
import { memoryBackend } from "../../../testing/memory/backend";

const backend = memoryBackend();
const { auth, ports, service, newUser, nextSecond } = backend;

const marks = async (uid: string) =>
  Object.keys((await ports.records.read(uid)).state?.marks ?? {});

/** Google's token of somebody with an address, as the emulator takes it. */
const googleToken = (email: string, more: object = {}) =>
  JSON.stringify({ sub: email, email, email_verified: true, ...more });

/** An account that a stranger made with somebody else's address, and who is signed in to it. */
async function squatted() {
  const stranger = await newUser({ verified: false });
  auth.link(stranger.id, "phone");
  auth.set(stranger.id, { displayName: "Eve Stranger" });
  await nextSecond();
  return stranger;
}

describe("who proves an address by a provider's sign-in", () => {
  test("gets the account alone, under their own names", async () => {
    const { id, email, accessToken } = await squatted();
    const idToken = googleToken(email!, { given_name: " Grace ", family_name: "Hopper" });
    const owner = await service.generateTokenForOAuth({ idToken });
    expect(owner).toMatchObject({ id, firstName: "Grace", lastName: "Hopper" });
    expect(await ports.accounts.find(id)).toMatchObject({
      ...{ providers: ["google.com"], displayName: "Grace Hopper", emailVerified: true },
    });
    expect((await ports.records.read(id)).user).toMatchObject({ signUpMethod: "GOOGLE" });
    expect(await ports.access.authorize(accessToken, requireSignIn())).toMatchObject({
      ...{ allowed: false, refusal: { code: "session-revoked" } },
    });
    expect(await ports.access.authorize(owner.accessToken, requireSignIn())).toMatchObject({
      allowed: true,
    });
    expect(await marks(id)).toEqual([]);
  });

  test("keeps the account's names where the provider gives none", async () => {
    const { id, email } = await squatted();
    const idToken = googleToken(email!);
    expect(await service.generateTokenForOAuth({ idToken })).toMatchObject({
      ...{ id, firstName: "Eve", lastName: "Stranger" },
    });
    expect(auth.find(id)).toMatchObject({ displayName: "Eve Stranger" });
  });

  test("is told of no new device: it is their first sign-in", async () => {
    const { email } = await squatted();
    await service.generateTokenForOAuth({ idToken: googleToken(email!) });
    expect(backend.mails.filter((mail) => mail.kind === "new-device")).toEqual([]);
  });

  test("leaves the account as it was where Firebase refuses the sign-in", async () => {
    const { id, email, accessToken } = await squatted();
    const idToken = googleToken(email!, { email_verified: false });
    await expect(service.generateTokenForOAuth({ idToken })).rejects.toMatchObject({
      code: "account-exists",
    });
    expect(await marks(id)).toEqual([]);
    expect(auth.find(id)!.providers).toEqual(["password", "phone"]);
    // Their session is good, though it opens nothing before somebody proves the address.
    expect(await ports.access.authorize(accessToken, requireSignIn())).toMatchObject({
      ...{ allowed: false, refusal: { code: "email-not-verified" } },
    });
  });
});
