import { AuthError } from "../../../src/errors";
import type { AuthDTO } from "../../../src/operation/replies";
import { renewToken } from "../../../src/operations/sign-in/renew-token";
import { startBackend } from "../../../testing/backend";
import { clientWith } from "../../../testing/client";
import { running } from "../../../testing/running";
import { later, type LaterPorts } from "../../../testing/sessions/later";

const second = 1_000;
const hour = 3_600 * second;
const day = 24 * hour;

describe("a renewal", () => {
  const backend = running(startBackend);
  let user: AuthDTO;
  let ports: LaterPorts;

  beforeEach(async () => {
    user = await backend.newUser();
    ports = later(backend.instance());
  });

  const show = (refreshToken: string) =>
    renewToken.perform({ refreshToken }, clientWith(undefined), ports);
  const renewed = async (refreshToken: string) => (await show(refreshToken)).refreshToken;
  const stored = () => backend.ports.sessions.find(user.id, user.sessionId);

  test("brings the same token within 30 s, and a new one later, which is good in its turn", async () => {
    expect(await renewed(user.refreshToken)).toBe(user.refreshToken);
    ports.pass(31 * second);
    const next = await renewed(user.refreshToken);
    expect(next).not.toBe(user.refreshToken);
    ports.pass(31 * second);
    expect(await renewed(next)).not.toBe(next);
  });

  test("by a token that was replaced a moment ago brings its successor: two tabs, twenty at once", async () => {
    ports.pass(hour);
    const at = await Promise.all(Array.from({ length: 20 }, () => renewed(user.refreshToken)));
    expect(new Set(at).size).toBe(1);
    ports.pass(45 * second);
    expect(await renewed(user.refreshToken)).toBe(at[0]);
  });

  test("says when, from where and with what it was last used", async () => {
    ports.pass(hour);
    const headers = {
      "user-agent":
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36",
      "x-forwarded-for": "203.0.113.7",
    };
    const { refreshToken } = user;
    await renewToken.perform({ refreshToken }, clientWith(undefined, headers), ports);
    const session = (await stored())!;
    expect(session).toMatchObject({ device: "Chrome on macOS", place: "203.0.113.0/24" });
    expect(session.lastUsedAt - session.createdAt).toBeGreaterThanOrEqual(hour);
    expect(session.expireAt - session.lastUsedAt).toBe(14 * day);
  });

  test.each([61 * second, hour, 9 * day])(
    "whose reply was lost brings a new token %d ms later",
    async (gone) => {
      ports.pass(hour);
      await show(user.refreshToken);
      ports.pass(gone);
      const next = await renewed(user.refreshToken);
      ports.pass(hour);
      expect(await renewed(next)).not.toBe(next);
    },
  );

  test("is refused after 14 days without one, and after 90 days however much it is used", async () => {
    let { refreshToken } = user;
    for (let days = 0; days < 78; days += 13) {
      ports.pass(13 * day);
      refreshToken = await renewed(refreshToken);
    }
    ports.pass(12 * day + hour);
    await expect(show(refreshToken)).rejects.toMatchObject({ code: "session-revoked" });
    const other = await backend.newUser();
    ports.pass(14 * day);
    await expect(show(other.refreshToken)).rejects.toMatchObject({ code: "session-revoked" });
  });

  test.each(["signIn", "accounts", "records"] as const)(
    "replaces no token while %s is away, however long, and goes on afterwards",
    async (port) => {
      ports.pass(hour);
      const before = await stored();
      const away = () => Promise.reject(new AuthError("unavailable"));
      const methods = { renew: away, find: away, read: away };
      const cut = { ...ports, [port]: { ...ports[port], ...methods } };
      const { refreshToken } = user;
      await expect(
        renewToken.perform({ refreshToken }, clientWith(undefined), cut),
      ).rejects.toMatchObject({ code: "unavailable" });
      expect(await stored()).toEqual(before);
      ports.pass(hour);
      const next = await renewed(refreshToken);
      ports.pass(hour);
      expect(await renewed(next)).not.toBe(next);
    },
  );

  test("is refused as soon as the sessions are ended here, whatever Firebase says", async () => {
    const { records } = backend.ports;
    await records.transact([user.id], () => ({ result: undefined, state: { validAfter: "now" } }));
    expect(await backend.ports.sessions.find(user.id, user.sessionId)).toBeDefined();
    await expect(show(user.refreshToken)).rejects.toMatchObject({ code: "session-revoked" });
  });

  test("is refused for Firebase's own tokens and those of an earlier version, and ends nothing", async () => {
    const { refreshToken: firebases } = await backend.ports.signIn.withPassword(
      user.email!,
      "correct horse battery",
    );
    const former = `1.${Buffer.from(user.id).toString("base64url")}.${firebases}`;
    const spoilt = user.refreshToken.replace(/.$/, (last) => (last === "A" ? "B" : "A"));
    for (const rubbish of [firebases, former, spoilt]) {
      await expect(show(rubbish)).rejects.toMatchObject({ code: "refresh-token-invalid" });
    }
    expect(await renewed(user.refreshToken)).toBe(user.refreshToken);
  });
});
