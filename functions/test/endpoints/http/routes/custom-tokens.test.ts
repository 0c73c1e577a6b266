import { z } from "zod";
import { password } from "../../../../testing/backend";
import { serveApi, type Served } from "../../../../testing/http/served";
import { exchange } from "../../../../testing/identity/firebase-sdk";

let served: Served;

beforeAll(async () => {
  served = await serveApi();
});
afterAll(() => served.stop());

const reply = z.object({ accessToken: z.string(), customToken: z.string() });

/** What binds an exchanged token, and the access token beside it. */
async function bindingOf(body: unknown): Promise<{ binding: unknown; beside: unknown }> {
  const { accessToken, customToken } = reply.parse(body);
  const { idToken } = await exchange(served.authHost, customToken);
  const { auth_time: began, exp: until } = claimsOf(accessToken);
  return { binding: claimsOf(idToken).backendSession, beside: { began, until } };
}

const claimsOf = (token: string) =>
  JSON.parse(Buffer.from(token.split(".")[1]!, "base64url").toString()) as Record<string, unknown>;

const doors: [string, (email: string, customToken?: boolean) => Promise<unknown>][] = [
  [
    "registering",
    async (email, customToken) => {
      const names = { firstName: "Ada", lastName: "Lovelace" };
      const body = { email, password, ...names, customToken };
      return (await served.ask("POST", "/auth/register", { body })).body;
    },
  ],
  [
    "signing in",
    async (email, customToken) => {
      await served.newUser({ email });
      const body = { email, password, customToken };
      return (await served.ask("POST", "/auth/login", { body })).body;
    },
  ],
  [
    "signing in with a provider's token",
    async (email, customToken) => {
      const idToken = JSON.stringify({ sub: email, email, email_verified: true });
      return (await served.ask("POST", "/auth/login", { body: { idToken, customToken } })).body;
    },
  ],
  [
    "renewing by the cookie",
    async (email, customToken) => {
      await served.newUser({ email });
      const { cookie } = await served.ask("POST", "/auth/login", { body: { email, password } });
      return (await served.ask("POST", "/auth/refresh", { cookie, body: { customToken } })).body;
    },
  ],
  [
    "renewing by a refresh token",
    async (email, customToken) => {
      const { refreshToken } = await served.newUser({ email });
      const body = { refreshToken, customToken };
      return (await served.ask("POST", "/auth/refresh", { body })).body;
    },
  ],
];

describe.each(doors)("%s", (_, come) => {
  test("brings a custom token that is worth what the access token is", async () => {
    const { binding, beside } = await bindingOf(await come(served.newEmail(), true));
    expect(binding).toEqual(beside);
  });

  test.each([undefined, false])("brings none where it is not asked for (%s)", async (wish) => {
    const body = await come(served.newEmail(), wish);
    expect(body).toHaveProperty("accessToken");
    expect(body).not.toHaveProperty("customToken");
  });
});

test("asking for one without a cookie is not signing in", async () => {
  const { status } = await served.ask("POST", "/auth/refresh", { body: { customToken: true } });
  expect(status).toBe(204);
});

test("what is no yes or no is refused", async () => {
  const { email } = await served.newUser();
  const { code } = await served.ask("POST", "/auth/login", {
    body: { email, password, customToken: "yes" },
  });
  expect(code).toBe("invalid-request");
});
