import { type Instance, runningInstances } from "../../testing/instances/instances";

const hour = 3_600_000;
const processes = 8;

describe(`renewals by ${processes} processes at once`, () => {
  const { backend, instances } = runningInstances();

  test("of one token all bring the same successor, time and again", async () => {
    // Each is an hour later than the sign-in, and their clocks are some seconds apart.
    const all: Instance[] = [];
    const other = await backend.newUser();
    for (let position = 0; position < processes; position += 1) {
      const instance = await instances.start({
        renewsLater: hour,
        clockAhead: (position % 3) * 1_000,
      });
      // Its connections stand before all want the processors at once.
      await instance.renew({ refreshToken: other.refreshToken });
      all.push(instance);
    }
    const { id, sessionId, refreshToken } = await backend.newUser();
    const renewed = await Promise.all(
      all.flatMap((instance) => [1, 2, 3].map(() => instance.renew({ refreshToken }))),
    );
    const successors = new Set(renewed.map((token) => token.refreshToken));
    expect(successors.size).toBe(1);
    expect(successors).not.toContain(refreshToken);
    const session = await backend.ports.sessions.find(id, sessionId);
    expect(session).toMatchObject({ newest: 2, predecessors: [{ generation: 1 }] });

    const [successor = ""] = successors;
    const again = await Promise.all(
      all.map((instance) => instance.renew({ refreshToken: successor })),
    );
    expect(new Set(again.map((token) => token.refreshToken))).toEqual(successors);
  });

  test("of a session that another ends find it ended, everywhere within the maximum age", async () => {
    const [one, other] = await Promise.all([instances.start(), instances.start()]);
    const { accessToken: token, sessionId, refreshToken } = await backend.newUser();
    expect(await other.authorize({ token })).toBe(true);
    await one.endSession({ sessionId, token });
    const ended = performance.now();
    await expect(other.renew({ refreshToken })).rejects.toMatchObject({ code: "session-revoked" });
    for (;;) {
      const asked = performance.now();
      if ((await other.authorize({ token })) === "session-revoked") break;
      expect(asked - ended).toBeLessThan(1_000);
    }
  });
});
