import type { SystemFacts } from "../../../src/system/system";
import { readSystem } from "../../../src/operations/system/read-system";
import type { Ports } from "../../../src/ports";
import { memoryBackend } from "../../../testing/memory/backend";
import { watched } from "../../../testing/watched";

const backend = memoryBackend();

async function checked(name: string, changed: Partial<Ports>) {
  const { checks } = await readSystem.perform({}, "server", { ...backend.ports, ...changed });
  return checks.find((check) => check.name === name);
}

const lacks = () => Promise.reject(Object.assign(new Error("needs an index"), { code: 9 }));

test("an index that is missing is named by what it is for, and the rest is still told", async () => {
  const { users, mails, states } = backend.ports;
  const changed = {
    users: { ...users, list: lacks },
    mails: { ...mails, list: lacks },
    states: { ...states, tallySince: lacks },
  };
  expect(await checked("indexes", changed)).toMatchObject({
    outcome: "failed",
    reason: expect.stringMatching(/^mails in a state, changes of accounts, found users/),
  });
  expect(await checked("mail", changed)).toMatchObject({ outcome: "unknown" });
});

test("what can't be asked now is not said to be missing", async () => {
  const users = { ...backend.ports.users, list: () => Promise.reject(new Error("away")) };
  expect(await checked("indexes", { users })).toMatchObject({ outcome: "unknown" });
});

test.each([
  [9_000, "ok", null],
  [61_400, "failed", "61 s ahead"],
  [-61_400, "failed", "61 s behind"],
])("a clock that is %d ms ahead of Firestore's is %s", async (clockAhead, outcome, reason) => {
  const { system } = backend.ports;
  const look = async (): Promise<SystemFacts> => ({ ...(await system.look()), clockAhead });
  expect(await checked("clock", { system: { ...system, look } })).toMatchObject({
    outcome,
    reason,
  });
});

test("parameters that break their rules are named, as check-deploy does", async () => {
  const flaw = "SIGN_UP must be open, by-mail or closed";
  const system = { ...backend.ports.system, parameterFlaws: () => [flaw] };
  expect(await checked("parameters", { system })).toMatchObject({
    outcome: "failed",
    reason: flaw,
  });
});

test("services that can't be reached, and a live state that can't be read", async () => {
  const readiness = { away: () => Promise.resolve({ queue: new Error("paused") }) };
  expect(await checked("queue", { readiness })).toMatchObject({ outcome: "failed" });
  expect(await checked("auth", { readiness })).toMatchObject({ outcome: "ok" });
});

test("costs so many calls, side by side, however much there is", async () => {
  const calls: string[] = [];
  const { activity, live, mails, readiness, states, system, users } = backend.ports;
  const ports = { activity, live, mails, readiness, states, system, users };
  const counted = Object.fromEntries(
    Object.entries(ports).map(([name, port]) => [name, watched<object>(name, port, calls)]),
  );
  await readSystem.perform({}, "server", { ...backend.ports, ...counted });
  const tally: Record<string, number> = {};
  for (const call of calls) tally[call] = (tally[call] ?? 0) + 1;
  expect(tally).toEqual({
    "system.look": 1,
    "system.parameterFlaws": 1,
    "mails.count": 1,
    "mails.list": 3,
    "states.tallySince": 2,
    "readiness.away": 1,
    "live.find": 1,
    "live.condition": 1,
    "activity.list": 3,
    "users.list": 6,
  });
});
