import type { AccountChange } from "../../src/account-changes";
import { accountChanges } from "../../src/accounts/changes";
import type { AccountState } from "../../src/access/live/account-state";
import { ManualClock } from "../../testing/access/manual-clock";
import { ScriptedStates } from "../../testing/access/scripted-states";

let clock: ManualClock;
let states: ScriptedStates;
let readBack: string[];

const changes = () =>
  accountChanges(
    states,
    {
      read: (uid) => {
        readBack.push(uid);
        return states.read(uid);
      },
    },
    clock.now,
  );

beforeEach(() => {
  clock = new ManualClock();
  states = new ScriptedStates(() => clock.now().wall);
  readBack = [];
});

describe("a change", () => {
  test.each<[string, AccountChange, object, object, object | undefined]>([
    [
      "of sessions ends them with both writes",
      { endsSessions: true },
      { validAfter: true, pending: true },
      { validAfter: true, pending: false },
      undefined,
    ],
    [
      "of the role takes every role away in between",
      { role: "User" },
      { role: null, pending: true },
      { role: "User", pending: false },
      { role: "User" },
    ],
    [
      "that enables leaves the account disabled in between",
      { disabled: false },
      { disabled: true, pending: true },
      { disabled: false, pending: false },
      { disabled: false },
    ],
    [
      "that disables and ends sessions does both from the start",
      { disabled: true, endsSessions: true },
      { disabled: true, validAfter: true, pending: true },
      { disabled: true, validAfter: true, pending: false },
      { disabled: true },
    ],
    [
      "that deletes says so from the start",
      { deleted: true },
      { deleted: true, pending: true },
      { deleted: true, pending: false },
      { disabled: true },
    ],
  ])("%s", async (_name, change, begun, done, user) => {
    let writesBefore = -1;
    await changes().make("ada", change, () => {
      writesBefore = states.writes.length;
      return Promise.resolve();
    });
    expect(writesBefore).toBe(1);
    expect(states.writes).toEqual([
      { uid: "ada", state: begun, user },
      { uid: "ada", state: done, user: undefined },
    ]);
    expect(readBack).toEqual(["ada"]);
  });

  test("that fails in Firebase Auth stays pending, and is finished by asking again", async () => {
    const failing = changes().make("ada", { role: "User" }, () =>
      Promise.reject(new Error("Firebase Auth is away")),
    );
    await expect(failing).rejects.toThrow("Firebase Auth is away");
    expect(await states.read("ada")).toMatchObject({ pending: true, role: null });
    await changes().make("ada", { role: "User" }, () => Promise.resolve());
    expect(await states.read("ada")).toMatchObject({ pending: false, role: "User" });
  });

  test("that Firestore does not take never reaches Firebase Auth", async () => {
    states.away = true;
    const apply = jest.fn();
    await expect(changes().make("ada", { role: "User" }, apply)).rejects.toMatchObject({
      code: "unavailable",
    });
    expect(apply).not.toHaveBeenCalled();
  });

  test.each([
    [5_000, 2],
    [5_001, 4],
  ])("whose commits take %d ms is written %d times", async (milliseconds, writes) => {
    states.whileWriting = () => {
      if (states.writes.length % 2 === 1 || writes === 2) clock.pass(milliseconds);
    };
    await changes().make("ada", { endsSessions: true }, () => Promise.resolve());
    expect(states.writes).toHaveLength(writes);
  });

  test("is told late by a writer that was frozen, so it is written once more", async () => {
    states.whileWriting = () => {
      if (states.writes.length === 1) clock.freeze(60_000);
    };
    await changes().finish("ada", { role: "User" });
    expect(states.writes).toHaveLength(2);
  });
});

describe("recording what was changed elsewhere", () => {
  const disable = (state: AccountState | undefined) =>
    state?.disabled ? undefined : { state: { disabled: true }, user: { disabled: true } };

  test("writes what differs, finished, and reads it back", async () => {
    await changes().record("ada", disable);
    expect(states.writes).toEqual([
      { uid: "ada", state: { disabled: true, pending: false }, user: { disabled: true } },
    ]);
    expect(readBack).toEqual(["ada"]);
  });

  test("writes nothing when nothing differs", async () => {
    states.put("ada", { disabled: true });
    await changes().record("ada", disable);
    expect(states.writes).toEqual([]);
  });

  test("leaves a change alone that is under way", async () => {
    states.put("ada", { pending: true });
    await changes().record("ada", disable);
    expect(states.writes).toEqual([]);
  });

  test("writes once more, with nothing new, when the commit was slow", async () => {
    states.whileWriting = () => clock.pass(6_000);
    await changes().record("ada", disable);
    expect(states.writes.map(({ state }) => state)).toEqual([
      { disabled: true, pending: false },
      { pending: false },
    ]);
    expect(await states.read("ada")).toMatchObject({
      disabled: true,
      changedAt: clock.now().wall - 6_000,
    });
  });
});

describe("ending single sessions", () => {
  test("adds them up, the last fifty, and leaves all else as it is", async () => {
    states.put("ada", { pending: true });
    for (let second = 1; second <= 52; second += 1) await changes().endSession("ada", second);
    const state = await states.read("ada");
    expect(state).toMatchObject({ pending: true });
    expect(state?.endedSessions).toEqual(Array.from({ length: 50 }, (_, n) => n + 3));
  });
});
