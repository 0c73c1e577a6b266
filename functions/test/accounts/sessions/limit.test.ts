import { requireSignIn } from "../../../src/access/guards";
import { authService } from "../../../src/auth-service";
import type { AuthDTO } from "../../../src/operation/replies";
import { nextSecond, password, startBackend } from "../../../testing/backend";
import { running } from "../../../testing/running";

describe("SESSIONS_PER_USER", () => {
  const backend = running(startBackend);

  async function signedInTimes(times: number, sessionsPerUser: number) {
    const ports = backend.instance({ sessionsPerUser });
    const service = authService(() => ports);
    const { email } = await backend.newUser();
    const opened: AuthDTO[] = [];
    for (let time = 0; time < times; time += 1) {
      await nextSecond();
      opened.push(await service.generateToken({ email: email!, password }));
    }
    const living = await ports.sessions.list(opened[0]!.id);
    return { ports, service, opened, living: living.map(({ id }) => id) };
  }

  test("ends the oldest session, and its access tokens, when there are more", async () => {
    const { ports, service, opened, living } = await signedInTimes(3, 2);
    expect(living).toEqual([opened[2]!.sessionId, opened[1]!.sessionId]);
    const codes = [];
    for (const { accessToken, refreshToken } of opened) {
      const decision = await ports.access.authorize(accessToken, requireSignIn());
      const renewal = service.renewToken({ refreshToken });
      codes.push(decision.allowed || decision.refusal.code);
      const [{ status }] = await Promise.allSettled([renewal]);
      codes.push(status);
    }
    expect(codes).toEqual([
      ...["session-revoked", "rejected"],
      ...[true, "fulfilled"],
      ...[true, "fulfilled"],
    ]);
  });

  test("is no limit where it is 0", async () => {
    const { opened, living } = await signedInTimes(3, 0);
    expect(living).toEqual(expect.arrayContaining(opened.map(({ sessionId }) => sessionId)));
  });
});
