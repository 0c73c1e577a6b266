import { keepToLimit } from "../../../../src/accounts/sessions/limit";
import { somebody } from "../../../../testing/sessions/somebody";
import { storeSession } from "../../../../testing/sessions/store-session";

describe("SESSIONS_PER_USER", () => {
  test("ends the oldest session and its access tokens, and no other's", async () => {
    const { id, nextSecond, ports, signIn, state, stored } = await somebody({ sessionsPerUser: 2 });
    const opened: string[] = [];
    for (let times = 0; times < 3; times += 1) {
      await nextSecond();
      ports.pass(1000);
      opened.unshift((await signIn()).sessionId);
    }
    expect(await stored()).toEqual(opened.slice(0, 2));
    expect((await state())?.endedSessions).toEqual([Number.parseInt(opened[2]!)]);
    expect(await ports.sessions.count(id)).toBe(2);
  });

  test("is no limit where it is 0", async () => {
    const { signIn, stored } = await somebody({ sessionsPerUser: 0 });
    const opened = [await signIn(), await signIn()];
    expect((await stored()).sort()).toEqual(opened.map(({ sessionId }) => sessionId).sort());
  });

  test("leaves the access tokens of a session that stays, though a surplus one began in its second", async () => {
    const { id, ports, state, stored } = await somebody({ sessionsPerUser: 1 });
    const second = Math.floor(ports.clock.now().wall / 1000);
    await storeSession(ports, id, second);
    const newer = await storeSession(ports, id, second, { createdAt: second * 1000 + 1 });
    await keepToLimit(id, Promise.resolve(), ports);
    expect(await stored()).toEqual([newer.id]);
    expect((await state())?.endedSessions ?? []).toEqual([]);
  });

  test("holds where the sessions are counted before the new one is written", async () => {
    const { id, ports, stored } = await somebody({ sessionsPerUser: 1 });
    const second = Math.floor(ports.clock.now().wall / 1000);
    await storeSession(ports, id, second - 9);
    const written = new Promise(setImmediate).then(() => storeSession(ports, id, second));
    await keepToLimit(id, written, ports);
    expect(await stored()).toEqual([(await written).id]);
  });

  test("reads no sessions while there are fewer", async () => {
    const { ports, signIn } = await somebody({ sessionsPerUser: 3 });
    const list = jest.spyOn(ports.sessions, "list");
    await signIn();
    await signIn();
    expect(list).not.toHaveBeenCalled();
  });
});
