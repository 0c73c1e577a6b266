import { endMany, endSessions } from "../../../../src/accounts/sessions/end-sessions";
import { newSessionId } from "../../../../src/sessions/refresh-token";
import { logout } from "../../../../src/operations/sign-in/logout";
import type { Step } from "../../../../src/users/account-record";
import { clientWith } from "../../../../testing/client";
import { browser, browserHeaders, somebody } from "../../../../testing/sessions/somebody";
import { storeSession } from "../../../../testing/sessions/store-session";

const accessTokenMilliseconds = 65 * 60_000;
const by = { trace: { action: "test", by: null, requestId: "1", ...browser } };

/** Somebody with sessions that were last used so long ago, one second apart; what ends them, and what then is written. */
async function withSessions(...ages: number[]) {
  const one = await somebody();
  const { id, ports } = one;
  const now = ports.clock.now().wall;
  const clock = { ...ports.clock, now: () => ({ steady: now, wall: now }) };
  const began = Math.floor(now / 1000) - 100;
  const sessions = await Promise.all(
    ages.map((age, index) => storeSession(ports, id, began + index, { lastUsedAt: now - age })),
  );
  const reached = { ...ports, clock };
  return {
    ...one,
    began,
    end: (staying: number[] = []) => endMany(id, sessions, new Set(staying), reached, by),
  };
}

describe("ending many sessions", () => {
  test("refuses the access tokens of those that may have valid ones, and stores nothing of the others", async () => {
    const ages = [
      accessTokenMilliseconds - 1,
      accessTokenMilliseconds,
      0,
      9 * accessTokenMilliseconds,
    ];
    const { began, end, state, stored } = await withSessions(...ages);
    await end();
    expect(await stored()).toEqual([]);
    expect((await state())?.endedSessions).toEqual([began, began + 2]);
  });

  test("lets the access tokens of a session that stays be good, though another began in its second", async () => {
    const { began, end, state, stored } = await withSessions(0, 0);
    await end([began]);
    expect(await stored()).toEqual([]);
    expect((await state())?.endedSessions).toEqual([began + 1]);
  });

  test.each([
    ["in use", [0, 0, 9 * accessTokenMilliseconds]],
    ["out of use", [9 * accessTokenMilliseconds, 9 * accessTokenMilliseconds]],
  ])("stands in the trail once where they are %s", async (_which, ages) => {
    const { end, id, trail } = await withSessions(...ages);
    await end();
    expect(await trail()).toEqual([
      expect.objectContaining({ ...by.trace, outcome: "ok", userId: id }),
    ]);
  });

  test("removes no other documents than theirs", async () => {
    const { end, id, ports, stored } = await withSessions(9 * accessTokenMilliseconds);
    const remove = jest.spyOn(ports.sessions, "remove");
    const ids = await stored();
    await end();
    expect(remove.mock.calls).toEqual([[id, ids]]);
  });
});

describe("ending sessions", () => {
  /** What is written of it, one transaction after the other. */
  async function endingOf(count: number) {
    const { id, ports, trail } = await somebody();
    const ids = Array.from({ length: count }, (_, index) => newSessionId(index + 1));
    const steps: Step<unknown>[] = [];
    const read = jest.spyOn(ports.live, "read");
    const records: Pick<typeof ports.records, "transact"> = {
      transact: (uids, decide) =>
        ports.records.transact(uids, async (...known) => {
          const step = await decide(...known);
          steps.push(step);
          return step;
        }),
    };
    await endSessions(id, ids, { ...ports, records }, by);
    const written = steps.map(({ endedSessions }) => endedSessions?.length);
    return { written, reads: read.mock.calls, id, trail: await trail() };
  }

  test.each([
    [1, [1]],
    [400, [400]],
    [401, [400, 1]],
  ])(
    "%d of them writes as many at a time as fit, and has this instance know",
    async (count, sizes) => {
      const { id, reads, trail, written } = await endingOf(count);
      expect(written).toEqual(sizes);
      expect(reads).toEqual([[id]]);
      expect(trail).toHaveLength(1);
    },
  );

  test("none of them asks and writes nothing", async () => {
    expect(await endingOf(0)).toMatchObject({ written: [], reads: [], trail: [] });
  });
});

test("a log-out stands in the trail, by whom the session belonged to; once", async () => {
  const { id, ports, signIn, stored, trail } = await somebody();
  const { refreshToken } = await signIn();
  const leave = () =>
    logout.perform({ refreshToken }, clientWith(undefined, browserHeaders), ports);
  await leave();
  await leave();
  expect(await stored()).toEqual([]);
  const entries = (await trail()).filter(({ action }) => action === "logout");
  expect(entries).toEqual([
    expect.objectContaining({ by: id, userId: id, outcome: "ok", ...browser }),
  ]);
});
