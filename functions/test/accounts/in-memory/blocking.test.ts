import { checkSignIn, checkSignUp } from "../../../src/accounts/blocking";
import { ownUserAgent } from "../../../src/identity/own-calls";
import type { Settings } from "../../../src/config";
import { memoryBackend } from "../../../testing/memory/backend";

const somebody = {
  email: "ada@example.com",
  byPassword: true,
  ipAddress: "192.0.2.1",
  userAgent: "somebody else's SDK",
};

function blocking(signUp: Settings["signUp"] = "open") {
  const { ports } = memoryBackend({ signUp });
  const { limits, keys } = ports;
  const counted = {
    signIn: jest.spyOn(limits, "signIn"),
    secret: jest.spyOn(limits, "secret"),
    registration: jest.spyOn(limits, "registration"),
  };
  const calls = () =>
    Object.entries(counted).flatMap(([name, { mock }]) => mock.calls.map(() => name));
  return { ports, counted, calls, own: { ...somebody, userAgent: ownUserAgent(keys, Date.now()) } };
}

describe("a blocking function", () => {
  test("lets what this back end asks for pass: it was decided and counted before", async () => {
    const { ports, calls, own } = blocking("closed");
    await checkSignUp(own, ports);
    await checkSignIn(own, ports);
    expect(calls()).toEqual([]);
  });

  test("counts a sign-up elsewhere by its network", async () => {
    const { ports, counted, calls } = blocking();
    await checkSignUp(somebody, ports);
    expect(calls()).toEqual(["registration"]);
    expect(counted.registration).toHaveBeenCalledWith(ports.networkOf(somebody.ipAddress));
  });

  test("refuses one while sign-up is closed", async () => {
    const { ports, calls } = blocking("closed");
    await expect(checkSignUp(somebody, ports)).rejects.toMatchObject({ code: "sign-up-closed" });
    expect(calls()).toEqual([]);
  });

  test("counts a sign-in with a password by address and network, any other by network", async () => {
    const { ports, calls } = blocking();
    await checkSignIn(somebody, ports);
    await checkSignIn({ ...somebody, byPassword: false }, ports);
    await checkSignIn({ ...somebody, email: undefined }, ports);
    expect(calls()).toEqual(["signIn", "secret", "secret"]);
  });
});
