import { password, startBackend } from "../../../testing/backend";
import { exchange } from "../../../testing/identity/firebase-sdk";
import { type Mounted, mount } from "../../../testing/mount";
import { running } from "../../../testing/running";

describe("customToken, of a callable", () => {
  const backend = running(startBackend);
  let functions: Mounted;
  beforeAll(async () => {
    functions = await mount((await import("../../../src/endpoints/callables")).callables);
  });
  afterAll(() => functions.stop());

  async function call(name: string, data: object): Promise<Record<string, string>> {
    const reply = await fetch(`${functions.url}/${name}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ data }),
    });
    return ((await reply.json()) as { result: Record<string, string> }).result;
  }
  const person = () => ({ email: backend.newEmail(), password });
  const names = { firstName: "Ada", lastName: "Lovelace" };

  test.each<[string, (more: object) => Promise<Record<string, string>>]>([
    ["register", (more) => call("register", { ...person(), ...names, ...more })],
    [
      "generateToken",
      async (more) => {
        const who = person();
        await call("register", { ...who, ...names });
        return call("generateToken", { ...who, ...more });
      },
    ],
    [
      "renewToken",
      async (more) => {
        const { refreshToken } = await call("register", { ...person(), ...names });
        return call("renewToken", { refreshToken, ...more });
      },
    ],
  ])("comes from %s when it is asked for, and signs the SDK in", async (_name, ask) => {
    const { customToken } = await ask({ customToken: true });
    const { idToken } = await exchange(backend.authHost, customToken!);
    expect(idToken).toEqual(expect.any(String));
    expect(await ask({})).not.toHaveProperty("customToken");
  });
});
