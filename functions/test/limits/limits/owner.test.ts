import { authKeys } from "../../../src/auth-keys";
import { AuthError } from "../../../src/errors";
import { writeDeviceToken } from "../../../src/limits/device-token";
import { begin, email, keys, network, outcome, right } from "../../../testing/limits/sign-ins";

const elsewhere = { key: "198.51.100.7", place: "198.51.100.0/24" };
const wrong = () => Promise.reject(new AuthError("invalid-credentials"));

async function guess(count: number, limits = begin(), where = elsewhere): Promise<typeof limits> {
  for (let tries = 0; tries < count; tries += 1) {
    await outcome(limits.signIn({ email, network: where }, wrong));
  }
  return limits;
}

describe("the owner of an address at which strangers guess", () => {
  const deviceToken = writeDeviceToken(keys, email, Date.now());

  test("signs in after 1,000 wrong guesses, on a device that they use", async () => {
    const limits = await guess(1_000);
    expect(await outcome(limits.signIn({ email, network, deviceToken }, right))).toBe("in");
    expect(await outcome(limits.signIn({ email, network }, right))).toBe("too-many-attempts");
  });

  test("signs in even from the strangers' own network", async () => {
    const limits = await guess(1_000, begin(), network);
    expect(await outcome(limits.signIn({ email, network, deviceToken }, right))).toBe("in");
  });

  test.each([
    ["of another address", writeDeviceToken(keys, "eve@example.com", Date.now())],
    ["of another server", writeDeviceToken(authKeys([Buffer.alloc(32, 2)]), email, Date.now())],
    ["that is over a year old", writeDeviceToken(keys, email, Date.now() - 366 * 86_400_000)],
    ["that is none", "nonsense"],
  ])("is taken for one of them with a device token %s", async (_what, forged) => {
    const limits = await guess(1_000);
    const signIn = limits.signIn({ email, network, deviceToken: forged }, right);
    expect(await outcome(signIn)).toBe("too-many-attempts");
  });

  test("has ten tries on the device, too, and can be let in again", async () => {
    const limits = begin();
    for (let tries = 0; tries < 10; tries += 1) {
      await outcome(limits.signIn({ email, network, deviceToken }, wrong));
    }
    const onDevice = () => outcome(limits.signIn({ email, network, deviceToken }, right));
    expect(await onDevice()).toBe("too-many-attempts");
    expect(await outcome(limits.signIn({ email, network }, right))).toBe("in");
    await guess(10, limits);
    expect(await outcome(limits.signIn({ email, network }, right))).toBe("too-many-attempts");
    await limits.unlock(email);
    expect(await outcome(limits.signIn({ email, network }, right))).toBe("in");
  });

  test("is asked for the password in a session as often, and no device is exempt", async () => {
    const limits = await guess(10);
    const asked = limits.ownPassword({ email, network }, right);
    expect(await outcome(asked)).toBe("too-many-attempts");
  });
});

test("a password that the project's policy refuses at a sign-in counts like a wrong one", async () => {
  const limits = begin();
  const unfit = () => Promise.reject(new AuthError("weak-password"));
  for (let tries = 0; tries < 10; tries += 1) {
    expect(await outcome(limits.signIn({ email, network }, unfit))).toBe("weak-password");
  }
  expect(await outcome(limits.signIn({ email, network }, right))).toBe("too-many-attempts");
});
