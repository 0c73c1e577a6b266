import { takenOver, unprovedAccount } from "../../../src/accounts/take-over";
import { AuthError } from "../../../src/errors";
import type { Ports } from "../../../src/ports";
import { memoryBackend } from "../../../testing/memory/backend";

const { ports, newUser } = memoryBackend();

/** A token of three parts, as providers sign them. */
const signed = (claims: object) =>
  `e30.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.signature`;

/** Accounts of which somebody asks by address. */
function asked(reply: () => ReturnType<Ports["accounts"]["findByEmail"]>) {
  const addresses: string[] = [];
  const findByEmail = (email: string) => {
    addresses.push(email);
    return reply();
  };
  return { addresses, ports: { accounts: { ...ports.accounts, findByEmail } } };
}

describe("before a provider's sign-in, the account of its address", () => {
  test.each([
    ["is found, by a signed token", signed],
    ["is found, by a token as the emulator takes it", JSON.stringify],
  ])("%s", async (_what, token) => {
    const { id, email } = await newUser({ verified: false });
    // Base64 writes this name with characters that base64url writes otherwise.
    const found = await unprovedAccount(token({ email, name: "???>>>~~~ÿÿÿ" }), ports);
    expect(found?.uid).toBe(id);
  });

  test("is nobody's who proved it", async () => {
    const { email } = await newUser();
    expect(await unprovedAccount(signed({ email }), ports)).toBeUndefined();
  });

  test.each([
    ["names none", signed({ sub: "1" })],
    ["names what is no text", signed({ email: ["ada@example.com"] })],
    ["has one part", "nonsense"],
    ["can't be read", "{"],
  ])("is not asked for where the token %s", async (_what, token) => {
    const { addresses, ports } = asked(() => Promise.resolve(undefined));
    expect(await unprovedAccount(token, ports)).toBeUndefined();
    expect(addresses).toEqual([]);
  });

  test("is none where Firebase takes the address for none: it will refuse the token as well", async () => {
    const { ports } = asked(() => Promise.reject(new AuthError("invalid-request")));
    expect(await unprovedAccount(signed({ email: "ada" }), ports)).toBeUndefined();
  });

  test.each([
    ["an outage", new AuthError("unavailable")],
    ["a bug", new TypeError("undefined is not a function")],
  ])("is not taken for none in %s", async (_what, error) => {
    const { ports } = asked(() => Promise.reject(error));
    await expect(unprovedAccount(signed({ email: "ada@example.com" }), ports)).rejects.toBe(error);
  });
});

describe("after it", () => {
  test("nobody takes over what is another account, or was not there before", async () => {
    const { id, accessToken: idToken } = await newUser();
    expect(await takenOver({ uid: "another" }, { uid: id, idToken }, ports)).toBeUndefined();
    expect(await takenOver(undefined, { uid: id, idToken }, ports)).toBeUndefined();
    expect(await takenOver({ uid: id }, { uid: id, idToken }, ports)).toMatchObject({ uid: id });
  });

  test("nobody takes over an account whose address is still not proved", async () => {
    const { id, accessToken: idToken } = await newUser({ verified: false });
    expect(await takenOver({ uid: id }, { uid: id, idToken }, ports)).toBeUndefined();
  });
});
