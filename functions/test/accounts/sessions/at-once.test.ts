import { requireSignIn } from "../../../src/access/guards";
import { authService } from "../../../src/auth-service";
import { password, startBackend } from "../../../testing/backend";
import { running } from "../../../testing/running";
import { later } from "../../../testing/sessions/later";

describe("at once,", () => {
  const backend = running(startBackend);

  test.each([20, 0])(
    "thirty sign-ins of one account all succeed, with %d sessions per user",
    async (sessionsPerUser) => {
      const ports = backend.instance({ sessionsPerUser });
      const service = authService(() => ports);
      const { email } = await backend.newUser();
      const request = { email: email!, password };
      const opened = await Promise.all(
        Array.from({ length: 30 }, () => service.generateToken(request)),
      );
      expect(new Set(opened.map(({ sessionId }) => sessionId)).size).toBe(30);
      const strictly = { strict: true };
      const newest = opened.toSorted((a, b) => parseInt(b.sessionId) - parseInt(a.sessionId))[0]!;
      expect(
        await ports.access.authorize(newest.accessToken, requireSignIn(), strictly),
      ).toMatchObject({ allowed: true });
      const kept = sessionsPerUser || Infinity;
      const living = await ports.sessions.list(newest.id);
      expect(living.length).toBeGreaterThanOrEqual(Math.min(kept, 30));
      if (sessionsPerUser > 0) return;
      const tokens = await Promise.all(
        opened.map(({ refreshToken }) => service.renewToken({ refreshToken })),
      );
      expect(tokens).toHaveLength(30);
    },
  );

  test("a renewal and the end of its session leave it ended", async () => {
    for (let tries = 0; tries < 5; tries += 1) {
      const { id, sessionId, refreshToken } = await backend.newUser();
      const ports = later(backend.instance());
      ports.pass(3_600_000);
      const service = authService(() => ports);
      const [renewed] = await Promise.allSettled([
        service.renewToken({ refreshToken }),
        service.endUserSession({ userId: id, sessionId }),
      ]);
      expect(await ports.sessions.find(id, sessionId)).toBeUndefined();
      const tokens = renewed.status === "fulfilled" ? [renewed.value] : [];
      for (const token of [{ refreshToken }, ...tokens]) {
        await expect(
          service.renewToken({ refreshToken: token.refreshToken }),
        ).rejects.toMatchObject({ code: "session-revoked" });
      }
    }
  });
});
