import { generateTokenForOAuth } from "../../../../src/operations/sign-in/generate-token-for-oauth";
import { writeDeviceToken } from "../../../../src/limits/device-token";
import { clientWith } from "../../../../testing/client";
import { password } from "../../../../testing/parameters";
import { browser, somebody } from "../../../../testing/sessions/somebody";

const year = 365 * 24 * 60 * 60_000;

describe("the owner is told of a sign-in on a new device", () => {
  test("with where it was from, and not on that device again", async () => {
    const { id, mails, signIn } = await somebody();
    const { deviceToken } = await signIn();
    expect(mails).toEqual([{ kind: "new-device", uid: id, from: browser }]);
    await signIn({ deviceToken });
    expect(mails).toHaveLength(1);
  });

  test("also where the device is known for somebody else, or was a year ago", async () => {
    const { email, mails, ports, signIn } = await somebody();
    const { wall } = ports.clock.now();
    await signIn({ deviceToken: writeDeviceToken(ports.keys, "eve@example.com", wall) });
    expect(mails).toHaveLength(1);
    await signIn({ deviceToken: writeDeviceToken(ports.keys, email, wall - year - 1000) });
    expect(mails).toHaveLength(2);
  });

  test("but not at an address that nobody has proved", async () => {
    const { auth, id, mails, signIn } = await somebody();
    auth.set(id, { emailVerified: false });
    await signIn();
    expect(mails).toEqual([]);
  });

  test("but not where there is no address", async () => {
    const { auth, mails, ports } = await somebody();
    const account = { email: null, emailVerified: true, providers: ["google.com 7"] };
    auth.createFor("nowhere", account);
    const idToken = JSON.stringify({ sub: "7", email: "other@example.com" });
    const signedIn = await generateTokenForOAuth.perform({ idToken }, clientWith(undefined), ports);
    expect(signedIn).toMatchObject({ id: "nowhere", email: null });
    expect(mails).toEqual([]);
  });

  test("but not of one that the project's own code makes", async () => {
    const { email, mails, service } = await somebody();
    await service.generateToken({ email, password });
    expect(mails).toEqual([]);
  });
});
