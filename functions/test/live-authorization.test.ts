import { onRequest } from "firebase-functions/https";
import { liveAuthorization, requireRole, requireSignIn } from "../src/library";
import { startBackend } from "../testing/backend";
import { type Mounted, mount } from "../testing/mount";
import { running } from "../testing/running";

describe("guards by options", () => {
  const backend = running(startBackend);
  let functions: Mounted;
  beforeAll(async () => {
    // What the guards of this package's own functions would need, and these do not.
    for (const name of ["WEB_API_KEY", "MAIL_FROM", "ACTION_URL", "ALLOWED_ORIGINS"]) {
      Reflect.deleteProperty(process.env, name);
    }
    const strict = liveAuthorization({ maxAgeSeconds: 0 });
    const lenient = liveAuthorization({ maxAgeSeconds: 0, requireVerifiedEmail: false });
    functions = await mount({
      strict: onRequest(
        strict.guardRequest(requireSignIn(), (_request, response, { userId }) => {
          response.json({ userId });
        }),
      ),
      lenient: onRequest(
        lenient.guardRequest(requireRole("User"), (_request, response, { role }) => {
          response.json({ role });
        }),
      ),
    });
  });
  afterAll(() => functions.stop());

  async function ask(name: string, accessToken: string): Promise<unknown> {
    const headers = { authorization: `Bearer ${accessToken}` };
    const reply = await fetch(`${functions.url}/${name}`, { method: "POST", headers });
    const body = (await reply.json()) as { error?: { details: { code: string } } };
    return body.error?.details.code ?? body;
  }

  test("let in whom the options let in, without a parameter", async () => {
    const { id, accessToken } = await backend.newUser({ verified: false });
    await expect(ask("lenient", accessToken)).resolves.toEqual({ role: "User" });
    await expect(ask("strict", accessToken)).resolves.toBe("email-not-verified");
    const verified = await backend.newUser();
    await expect(ask("strict", verified.accessToken)).resolves.toEqual({ userId: verified.id });
    await backend.service.revokeTokens({ userId: id });
    await expect(ask("lenient", accessToken)).resolves.toBe("session-revoked");
  });

  test.each([
    { maxAgeSeconds: -1 },
    { maxAgeSeconds: 301 },
    { maxAgeSeconds: 0.5 },
    { freshSignInSeconds: 0 },
    { freshSignInSeconds: Number.NaN },
  ])("are not made of %j", (options) => {
    const [name] = Object.keys(options);
    expect(() => liveAuthorization(options)).toThrow(new RegExp(`^${name} must be a whole number`));
  });
});
