import { setImmediate as turn } from "node:timers/promises";
import {
  liveState,
  type LiveState,
  type LiveStateOptions,
} from "../../../src/access/live/live-state";
import { verdict } from "../../../testing/tokens/verdict";
import { ManualClock } from "../../../testing/access/manual-clock";
import { ScriptedStates } from "../../../testing/access/scripted-states";

const second = 1_000;
const minute = 60_000;

const firstLoad = [`tallySince ${65 * minute}`, `changedSince ${65 * minute}`, "pending"];
/** The count of an instance whose last reading is `seconds` old. */
const tally = (seconds: number) => `tallySince ${5 * minute + seconds * second}`;

let clock: ManualClock;
let states: ScriptedStates;
let live: LiveState;

/** Starts again, with documents as they are before anybody reads them. */
function begin(options: Partial<LiveStateOptions> = {}): void {
  live = liveState(states, { maxAgeSeconds: 5, clock: clock.now, ...options });
}

/** Lets everything finish that is under way and not held back. */
const settled = () => turn();

async function loaded(options: Partial<LiveStateOptions> = {}): Promise<void> {
  begin(options);
  await live.find("nobody");
  await settled();
  states.newCalls();
}

const disabled = (uid: string) => verdict(async () => (await live.find(uid))?.disabled ?? false);

beforeEach(() => {
  clock = new ManualClock();
  states = new ScriptedStates(() => clock.now().wall);
});

describe("before the first load is done, the live state", () => {
  test("answers from the user's own document, and loads in the background", async () => {
    states.put("ada", { disabled: true });
    begin();
    expect(await disabled("ada")).toBe(true);
    await settled();
    expect(states.newCalls()).toEqual([firstLoad[0], "read ada", ...firstLoad.slice(1)]);
  });

  test("reads a user's document once in the maximum age", async () => {
    begin();
    states.hold();
    void live.find("nobody");
    states.flow();
    expect(await disabled("ada")).toBe(false);
    states.put("ada", { disabled: true });
    clock.pass(4_999);
    expect(await disabled("ada")).toBe(false);
    clock.pass(1);
    expect(await disabled("ada")).toBe(true);
    expect(states.calls.filter((call) => call === "read ada")).toHaveLength(2);
  });

  test("keeps answering when a load fails, and loads again at most once per maximum age", async () => {
    begin();
    const load = states.hold();
    const first = disabled("nobody");
    states.flow();
    await settled();
    load.fail();
    expect(await first).toBe("unavailable");
    states.newCalls();
    expect(await disabled("ada")).toBe(false);
    expect(await disabled("eve")).toBe(false);
    expect(states.newCalls()).toEqual(["read ada", "read eve"]);
    clock.pass(5 * second);
    expect(await disabled("ada")).toBe(false);
    expect(states.newCalls().slice(0, 2)).toEqual([firstLoad[0], "read ada"]);
  });

  test("counts its age from when the load was sent", async () => {
    begin();
    void live.find("nobody");
    const load = states.hold();
    await settled();
    states.flow();
    clock.pass(3 * second);
    load.arrive();
    await settled();
    states.put("ada", { disabled: true });
    clock.pass(1_999);
    expect(live.find("ada")).toBeUndefined();
    clock.pass(1);
    expect(await disabled("ada")).toBe(true);
  });

  test("keeps what was read during a load that had already passed it", async () => {
    states.put("ada");
    begin();
    void live.find("nobody");
    const load = states.hold();
    await settled();
    states.flow();
    states.put("ada", { disabled: true });
    await live.read("ada");
    load.arrive();
    await settled();
    states.newCalls();
    expect(live.find("ada")).toMatchObject({ disabled: true });
    expect(states.newCalls()).toEqual([]);
  });
});

describe("once loaded, the live state", () => {
  test("answers any number of checks at once, without a call", async () => {
    const ada = states.put("ada", { disabled: true });
    await loaded();
    for (let checks = 0; checks < 1000; checks += 1) {
      expect(live.find("ada")).toBe(ada);
      expect(live.find("eve")).toBeUndefined();
    }
    expect(states.newCalls()).toEqual([]);
  });

  test("asks once when it is too old, however many checks wait", async () => {
    await loaded();
    states.put("ada", { disabled: true });
    clock.pass(5 * second);
    const checks = Array.from({ length: 100 }, () => disabled("ada"));
    expect(new Set(await Promise.all(checks))).toEqual(new Set([true]));
    expect(states.newCalls()).toEqual([tally(5), `changedSince ${5 * minute + 5 * second}`]);
  });

  test("refreshes before it is too old, once, and makes nobody wait", async () => {
    await loaded();
    states.put("ada", { disabled: true });
    clock.pass(4_249);
    expect(live.find("ada")).toBeUndefined();
    expect(states.newCalls()).toEqual([]);
    clock.pass(1);
    expect(live.find("ada")).toBeUndefined();
    expect(live.find("ada")).toBeUndefined();
    expect(states.newCalls()).toEqual([tally(4.25)]);
    await settled();
    expect(live.find("ada")).toMatchObject({ disabled: true });
  });

  test("counts its age from when the query was sent", async () => {
    await loaded();
    clock.pass(4.5 * second);
    const reply = states.hold();
    void live.find("nobody");
    states.flow();
    clock.pass(3 * second);
    reply.arrive();
    await settled();
    states.put("ada", { disabled: true });
    clock.pass(1_999);
    expect(await disabled("ada")).toBe(false);
    clock.pass(1);
    expect(await disabled("ada")).toBe(true);
  });

  test("reaches back by the overlap, from what the last query saw", async () => {
    await loaded();
    clock.pass(7 * second);
    await live.find("nobody");
    clock.pass(9 * second);
    await live.find("nobody");
    expect(states.newCalls()).toEqual([tally(7), tally(9)]);
  });

  test.each([
    [5 * minute, true],
    [0, false],
  ])(
    "with counts that overlap by %d ms, finds a change that became visible late: %p",
    async (overlap, found) => {
      await loaded({ overlap });
      const changedAt = clock.now().wall;
      clock.pass(5 * second);
      await live.find("nobody");
      states.put("ada", { disabled: true, changedAt });
      clock.pass(5 * second);
      expect(await disabled("ada")).toBe(found);
    },
  );

  test("reads what is newer than all it knows, then deeper until every change is accounted for", async () => {
    states.put("ada");
    await loaded();
    clock.pass(5 * second);
    states.put("newer", { disabled: true });
    clock.pass(20 * second);
    expect(await disabled("newer")).toBe(true);
    expect(states.newCalls()).toEqual([tally(25), "changedSince 24999"]);
    states.put("held up", { disabled: true, changedAt: clock.now().wall - 24 * second });
    clock.pass(5 * second);
    expect(await disabled("held up")).toBe(true);
    expect(states.newCalls()).toEqual([
      tally(5),
      "changedSince 24999",
      "changedSince 2000",
      "changedSince 15000",
      `changedSince ${5 * minute + 5 * second}`,
    ]);
    clock.pass(5 * second);
    expect(await disabled("held up")).toBe(true);
    expect(states.newCalls()).toEqual([tally(5)]);
  });

  test("notices that a document which it knows was written once more", async () => {
    states.put("ada");
    await loaded();
    states.put("ada", { disabled: true });
    clock.pass(5 * second);
    expect(await disabled("ada")).toBe(true);
  });

  test("counts again when a document changed after it was counted", async () => {
    await loaded();
    states.put("ada");
    clock.pass(5 * second);
    states.onCall = (call) => {
      if (call.startsWith("changedSince")) states.put("eve", { version: clock.now().wall * 1000 });
    };
    await live.find("nobody");
    expect(states.newCalls().map((call) => call.split(" ")[0])).toEqual([
      "tallySince",
      "changedSince",
      "tallySince",
    ]);
    expect(live.find("ada")).toBeDefined();
    expect(live.find("eve")).toBeDefined();
  });

  test("looks for no document that is gone", async () => {
    states.put("ada");
    await loaded();
    states.remove("ada");
    clock.pass(5 * second);
    await live.find("nobody");
    states.newCalls();
    clock.pass(5 * second);
    await live.find("nobody");
    expect(states.newCalls()).toEqual([tally(5)]);
  });

  test("does not let a late answer replace a newer one", async () => {
    states.put("ada", { disabled: true });
    await loaded();
    clock.pass(4.5 * second);
    const older = states.hold();
    void live.find("ada");
    states.flow();
    states.put("ada", { disabled: false });
    await live.read("ada");
    older.arrive();
    await settled();
    expect(live.find("ada")).toMatchObject({ disabled: false });
  });

  test("forgets what no token in date can depend on, but never what is pending", async () => {
    states.put("ada", { disabled: true });
    states.put("eve", { disabled: true, pending: true });
    await loaded();
    clock.pass(65 * minute);
    await live.find("nobody");
    expect(live.find("ada")).toMatchObject({ disabled: true });
    clock.pass(5 * second);
    await live.find("nobody");
    expect(live.find("ada")).toBeUndefined();
    expect(await live.find("eve")).toMatchObject({ disabled: true });
  });

  test("loads changes that are pending, however long ago they were begun", async () => {
    states.put("eve", { pending: true, changedAt: 0, disabled: true });
    await loaded();
    expect(await live.find("eve")).toMatchObject({ disabled: true });
  });

  test("forgets a state whose document is gone", async () => {
    states.put("ada", { disabled: true });
    await loaded();
    states.remove("ada");
    expect(await live.read("ada")).toBeUndefined();
    expect(live.find("ada")).toBeUndefined();
  });
});

describe("of an account whose change is under way, the live state", () => {
  test("reads the document itself, once in the maximum age", async () => {
    states.put("ada", { pending: true });
    await loaded();
    await live.find("ada");
    await live.find("ada");
    expect(states.newCalls()).toEqual(["read ada"]);
  });

  test("sees the end of a change that no query would return", async () => {
    states.put("ada", { pending: true });
    await loaded();
    states.put("ada", { disabled: true, changedAt: clock.now().wall - minute });
    expect(await disabled("ada")).toBe(true);
    expect(live.find("ada")).toMatchObject({ disabled: true, pending: false });
  });

  test("prefers what a query brought to an older reading of the document", async () => {
    await loaded();
    await live.read("ada");
    states.put("ada", { pending: true, disabled: true });
    clock.pass(4.5 * second);
    void live.find("nobody");
    await settled();
    expect(await disabled("ada")).toBe(true);
  });
});

describe("with more changes than it keeps, the live state", () => {
  const crowd = (size: number) => {
    for (let n = 0; n < size; n += 1) states.put(`user-${n}`, { disabled: true });
  };

  test("reads single documents, once per user in the maximum age", async () => {
    crowd(4);
    await loaded({ maxEntries: 3 });
    expect(await disabled("user-1")).toBe(true);
    expect(await disabled("user-1")).toBe(true);
    expect(await disabled("nobody else")).toBe(false);
    clock.pass(5 * second);
    expect(await disabled("user-1")).toBe(true);
    expect(states.newCalls()).toEqual(["read user-1", "read nobody else", "read user-1"]);
  });

  test("goes back to loading all when there are fewer", async () => {
    crowd(4);
    await loaded({ maxEntries: 3 });
    for (let n = 0; n < 4; n += 1) states.remove(`user-${n}`);
    states.put("ada", { disabled: true });
    clock.pass(10 * minute);
    await live.find("nobody");
    await settled();
    expect(states.newCalls()).toEqual([firstLoad[0], "read nobody", ...firstLoad.slice(1)]);
    expect(live.find("ada")).toMatchObject({ disabled: true });
  });

  test("switches to single documents when there become too many while it runs", async () => {
    await loaded({ maxEntries: 3 });
    crowd(4);
    clock.pass(5 * second);
    expect(await disabled("user-1")).toBe(true);
    expect(states.newCalls()).toEqual([tally(5), "read user-1"]);
  });

  test("counts first what an idle instance missed, and does not read it", async () => {
    await loaded({ maxEntries: 3 });
    crowd(4);
    clock.pass(2 * minute);
    expect(await disabled("user-1")).toBe(true);
    expect(states.newCalls()).toEqual([tally(120), "read user-1"]);
  });

  test("stays with single documents although a query was under way", async () => {
    await loaded({ maxEntries: 3 });
    clock.pass(5 * second);
    const slow = states.hold();
    const first = disabled("ada");
    states.flow();
    clock.pass(5 * second);
    crowd(4);
    expect(await disabled("user-1")).toBe(true);
    slow.arrive();
    await first;
    states.newCalls();
    expect(await disabled("user-2")).toBe(true);
    expect(states.newCalls()).toEqual(["read user-2"]);
  });
});

describe("in an instance that was frozen, the live state", () => {
  test("is too old, whichever clock says so", async () => {
    await loaded();
    states.put("ada", { disabled: true });
    clock.freeze(5 * second);
    expect(await disabled("ada")).toBe(true);
  });

  test("is too old though somebody set the clock back", async () => {
    await loaded();
    states.put("ada", { disabled: true });
    clock.setBack(60 * minute);
    clock.pass(5 * second);
    expect(await disabled("ada")).toBe(true);
  });

  test.each(["arrive", "fail"] as const)(
    "does not rest on a reading that was sent before, should it %s",
    async (end) => {
      await loaded();
      clock.pass(4.5 * second);
      const sentBefore = states.hold();
      void live.find("ada");
      states.flow();
      states.put("ada", { disabled: true });
      clock.freeze(50 * second);
      const check = disabled("ada");
      sentBefore[end]();
      expect(await check).toBe(true);
      await settled();
      states.newCalls();
      expect(live.find("ada")).toMatchObject({ disabled: true });
      expect(states.newCalls()).toEqual([]);
    },
  );
});

describe("while Firestore is away, the live state", () => {
  test("is good until its maximum age, then unavailable, and recovers", async () => {
    states.put("ada", { disabled: true });
    await loaded();
    states.away = true;
    clock.pass(4_999);
    expect(await disabled("ada")).toBe(true);
    expect(await disabled("eve")).toBe(false);
    clock.pass(1);
    expect(await disabled("ada")).toBe("unavailable");
    expect(await disabled("eve")).toBe("unavailable");
    states.away = false;
    expect(await disabled("eve")).toBe(false);
  });

  test("does not keep a failure of a single document", async () => {
    states.away = true;
    begin();
    expect(await disabled("ada")).toBe("unavailable");
    states.away = false;
    expect(await disabled("ada")).toBe(false);
  });
});

describe("when asked to read afresh, the live state", () => {
  test("reads each time, and refuses from then on what it read", async () => {
    await loaded();
    states.put("ada", { disabled: true });
    expect(live.find("ada")).toBeUndefined();
    await live.read("ada");
    await live.read("ada");
    expect(states.newCalls()).toEqual(["read ada", "read ada"]);
    expect(live.find("ada")).toMatchObject({ disabled: true });
  });
});

test("with a maximum age of 0, every check reads its user's document", async () => {
  begin({ maxAgeSeconds: 0 });
  expect(await disabled("ada")).toBe(false);
  states.put("ada", { disabled: true });
  expect(await disabled("ada")).toBe(true);
  expect(states.newCalls()).toEqual(["read ada", "read ada"]);
});
