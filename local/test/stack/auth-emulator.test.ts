import { setTimeout as sleep } from "node:timers/promises";
import { startAuthEmulator, type AuthEmulator } from "../../auth-emulator/server";

interface Session {
  idToken: string;
  refreshToken: string;
}

const projectId = "demo-strict";
const credentials = { password: "password123", returnSecureToken: true };

describe("the corrected Auth emulator", () => {
  let emulator: AuthEmulator;
  beforeAll(async () => {
    emulator = await startAuthEmulator({ projectId });
  });
  afterAll(() => emulator.stop());

  async function call(
    path: string,
    body: object,
    headers: Record<string, string> = {},
  ): Promise<{ status: number; reply: Reply }> {
    const response = await fetch(`http://${emulator.host}/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
    return { status: response.status, reply: (await response.json()) as Reply };
  }
  const administrate = (action: string, body: object) =>
    call(`identitytoolkit.googleapis.com/v1/projects/${projectId}/accounts:${action}`, body, {
      authorization: "Bearer owner",
    });
  type Reply = Record<string, string> & { error?: { message: string } };

  const account = (action: string, body: object) =>
    call(`identitytoolkit.googleapis.com/v1/accounts:${action}?key=any`, body);
  const renew = (refreshToken: string) =>
    call("securetoken.googleapis.com/v1/token?key=any", {
      grantType: "refresh_token",
      refreshToken,
    });

  async function session(action: "signUp" | "signInWithPassword", email: string): Promise<Session> {
    const { reply } = await account(action, { ...credentials, email });
    return { idToken: reply.idToken!, refreshToken: reply.refreshToken! };
  }

  const claims = (token: string) =>
    JSON.parse(Buffer.from(token.split(".")[1]!, "base64url").toString()) as {
      auth_time: number;
      user_id: string;
    };
  /** Revocation counts in whole seconds. */
  const nextSecond = () => sleep(1_000 - (Date.now() % 1_000) + 5);
  const revoke = (localId: string) =>
    administrate("update", { localId, validSince: String(Math.floor(Date.now() / 1_000)) });

  test("gives each sign-in its own refresh token, which survives renewals", async () => {
    const first = await session("signUp", "distinct@example.com");
    const second = await session("signInWithPassword", "distinct@example.com");
    expect(second.refreshToken).not.toBe(first.refreshToken);
    const { reply } = await renew(second.refreshToken);
    expect(reply.refresh_token).toBe(second.refreshToken);
  });

  test("ends refresh tokens when the sessions are revoked, and lets later ones live", async () => {
    const old = await session("signUp", "revoked@example.com");
    await nextSecond();
    await revoke(claims(old.idToken).user_id);
    const { status, reply } = await renew(old.refreshToken);
    expect([status, reply.error?.message]).toEqual([400, "TOKEN_EXPIRED"]);
    const later = await session("signInWithPassword", "revoked@example.com");
    await expect(renew(later.refreshToken)).resolves.toMatchObject({ status: 200 });
  });

  test("keeps a time to come from which on sessions live, so that those of this very second end", async () => {
    const old = await session("signUp", "to-come@example.com");
    const localId = claims(old.idToken).user_id;
    const validSince = String(claims(old.idToken).auth_time + 2);
    await administrate("update", { localId, validSince });
    const { reply } = await administrate("lookup", { localId: [localId] });
    expect(reply.users).toMatchObject([{ validSince }]);
    expect((await renew(old.refreshToken)).reply.error?.message).toBe("TOKEN_EXPIRED");
  });

  test("ends refresh tokens when the password is reset", async () => {
    const old = await session("signUp", "reset@example.com");
    await nextSecond();
    const { reply } = await administrate("sendOobCode", {
      requestType: "PASSWORD_RESET",
      email: "reset@example.com",
      returnOobLink: true,
    });
    await account("resetPassword", { oobCode: reply.oobCode, newPassword: "password456" });
    await expect(renew(old.refreshToken)).resolves.toMatchObject({
      status: 400,
      reply: { error: { message: "TOKEN_EXPIRED" } },
    });
  });

  test("keeps a session's auth_time over renewals, even if somebody signs in meanwhile", async () => {
    const first = await session("signUp", "time@example.com");
    await nextSecond();
    const second = await session("signInWithPassword", "time@example.com");
    const renewed = await renew(first.refreshToken);
    const { auth_time: signedInAt } = claims(first.idToken);
    expect(claims(renewed.reply.id_token!).auth_time).toBe(signedInAt);
    expect(claims(second.idToken).auth_time).toBeGreaterThan(signedInAt);
  });

  test("refuses what is no refresh token as before", async () => {
    const { status, reply } = await renew("garbage");
    expect([status, reply.error?.message]).toEqual([400, "INVALID_REFRESH_TOKEN"]);
  });

  test("checks requests against their schemas as before", async () => {
    const { status, reply } = await account("signUp", { ...credentials, email: {} });
    expect(status).toBe(400);
    expect(reply.error?.message).toContain("Invalid JSON payload received");
  });
});
