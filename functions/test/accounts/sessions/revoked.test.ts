import { listUserSessions } from "../../../src/operations/sessions/list-user-sessions";
import { nextSecond, password, startBackend } from "../../../testing/backend";
import { running } from "../../../testing/running";

describe("sessions that were all ended", () => {
  const backend = running(startBackend);

  test("are listed no more, and their documents go with the next sign-in, which stays", async () => {
    const { id, email, sessionId } = await backend.newUser();
    const { sessions } = backend.ports;
    await backend.service.revokeTokens({ userId: id });
    expect(await sessions.find(id, sessionId)).toBeDefined();
    expect(await listUserSessions.perform({ userId: id }, "server", backend.ports)).toEqual([]);
    await nextSecond();
    const again = await backend.service.generateToken({ email: email!, password });
    expect((await sessions.list(id)).map((session) => session.id)).toEqual([again.sessionId]);
  });
});
