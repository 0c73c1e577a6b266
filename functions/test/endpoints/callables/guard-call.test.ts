import { onCall, onRequest } from "firebase-functions/https";
import { z } from "zod";
import type { AuthDTO } from "../../../src/operation/replies";
import { startBackend } from "../../../testing/backend";
import type * as Library from "../../../src/library";
import { type Mounted, mount } from "../../../testing/mount";
import { running } from "../../../testing/running";

describe("a team's own functions", () => {
  const backend = running(startBackend);
  let functions: Mounted;
  let AuthService: typeof Library.AuthService;
  let [user, admin, unverified]: AuthDTO[] = [];
  const handled = jest.fn();

  beforeAll(async () => {
    const library = await import("../../../src/library");
    const {
      anyOf,
      guardCall,
      guardRequest,
      requireEmail,
      requireRole,
      requireSignIn,
      requireUserId,
    } = library;
    AuthService = library.AuthService;
    const { whoAmI } = await import("../../../src/app/who-am-i");
    const ownUserId = requireUserId(({ userId }: { userId: string }) => userId);
    functions = await mount({
      whoAmI,
      signedIn: onCall(guardCall(requireSignIn(), handled)),
      admins: onCall(guardCall(requireRole("Admin"), handled, { strict: true })),
      own: onCall(
        guardCall(anyOf(ownUserId, requireRole("Admin")), handled, {
          accepts: z.strictObject({ userId: z.string() }),
        }),
      ),
      file: onRequest(
        guardRequest(requireEmail(backend.newEmail()), (_request, response) => {
          response.send("never");
        }),
      ),
      report: onRequest(
        guardRequest(requireRole("Admin"), (_request, response, caller) => {
          response.json({ for: caller });
        }),
      ),
    });
    [user, admin, unverified] = await Promise.all([
      backend.newUser(),
      backend.newUser({ role: "Admin" }),
      backend.newUser({ verified: false }),
    ]);
  });
  beforeEach(() => handled.mockReset().mockImplementation(() => "done"));
  afterAll(async () => {
    await functions.stop();
  });

  async function ask(name: string, token?: string, data: unknown = {}) {
    const response = await fetch(`${functions.url}/${name}`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ data }),
    });
    const { result, error } = (await response.json()) as {
      result?: unknown;
      error?: { details?: { code?: string } };
    };
    return error ? `${response.status} ${error.details?.code ?? ""}` : result;
  }

  test("know who is asking", async () => {
    expect(await ask("whoAmI", user!.accessToken)).toEqual({
      kind: "user",
      userId: user!.id,
      email: user!.email,
      emailVerified: true,
      role: "User",
      authTime: expect.any(Number),
      secondFactor: null,
    });
    expect(await ask("whoAmI", unverified!.accessToken)).toMatchObject({ emailVerified: false });
    expect(await ask("whoAmI")).toBe("401 not-signed-in");
  });

  test.each<[string, () => [name: string, token?: string, data?: unknown], string]>([
    ["nobody", () => ["signedIn"], "401 not-signed-in"],
    [
      "an address that is not verified",
      () => ["signedIn", unverified!.accessToken],
      "403 email-not-verified",
    ],
    ["a user who is no Admin", () => ["admins", user!.accessToken], "403 not-allowed"],
    [
      "a user who asks for another",
      () => ["own", user!.accessToken, { userId: admin!.id }],
      "403 not-allowed",
    ],
  ])("refuse %s, and are not run", async (_who, call, refusal) => {
    expect(await ask(...call())).toBe(refusal);
    expect(handled).not.toHaveBeenCalled();
  });

  test.each<[string, () => [name: string, token?: string, data?: unknown]]>([
    ["a signed-in user", () => ["signedIn", user!.accessToken]],
    ["an Admin", () => ["admins", admin!.accessToken]],
    ["a user who asks for themselves", () => ["own", user!.accessToken, { userId: user!.id }]],
    ["an Admin who asks for another", () => ["own", admin!.accessToken, { userId: user!.id }]],
  ])("are run for %s", async (_who, call) => {
    expect(await ask(...call())).toBe("done");
    expect(handled).toHaveBeenCalledTimes(1);
  });

  test("refuse a token that was revoked, though its signature is good", async () => {
    const { id, accessToken } = await backend.newUser();
    // Through this very instance, which refuses at once.
    await new AuthService().revokeTokens({ userId: id });
    expect(await ask("whoAmI", accessToken)).toBe("401 session-revoked");
  });

  test("are guarded over HTTPS in the same words", async () => {
    const get = (name: string, token?: string) =>
      fetch(`${functions.url}/${name}`, {
        headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
      });
    const refused = await get("report", user!.accessToken);
    expect([refused.status, await refused.json()]).toEqual([
      403,
      {
        error: {
          status: "PERMISSION_DENIED",
          message: "You may not do this.",
          details: { code: "not-allowed" },
        },
      },
    ]);
    expect((await get("report")).status).toBe(401);
    expect((await get("file", admin!.accessToken)).status).toBe(403);
    const allowed = await get("report", admin!.accessToken);
    expect(await allowed.json()).toMatchObject({ for: { userId: admin!.id, role: "Admin" } });
  });
});
