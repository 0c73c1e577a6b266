import { setImmediate as turn } from "node:timers/promises";
import { liveState } from "../../../src/access/live/live-state";
import type { LiveStateEvent } from "../../../src/access/live/live-state-event";
import { ManualClock } from "../../../testing/access/manual-clock";
import { ScriptedStates } from "../../../testing/access/scripted-states";

/** A live state with a maximum age of 5 s, and what it tells. */
function watched(maxEntries: number) {
  const clock = new ManualClock();
  const states = new ScriptedStates(() => clock.now().wall);
  const events: LiveStateEvent[] = [];
  const live = liveState(states, {
    maxAgeSeconds: 5,
    maxEntries,
    clock: clock.now,
    report: (event) => events.push(event),
  });
  return { clock, states, events, live };
}

test("it tells when it is loaded, with its size, and nothing of a renewal that works", async () => {
  const { clock, states, events, live } = watched(10);
  states.put("ada", { disabled: true });
  states.put("eve");
  await live.find("ada");
  await turn();
  expect(events).toEqual([{ event: "loaded", entries: 2, ageMilliseconds: 0 }]);
  clock.pass(5_000);
  await live.find("ada");
  expect(events).toHaveLength(1);
});

test("it tells when it can't be renewed in time, with its age", async () => {
  const { clock, states, events, live } = watched(10);
  states.put("ada");
  await live.find("ada");
  await turn();
  states.away = true;
  // Ahead of need, and so without consequence.
  clock.pass(4_500);
  void live.find("ada");
  await turn();
  expect(events).toHaveLength(1);
  clock.pass(1_000);
  await expect(live.find("ada")).rejects.toMatchObject({ code: "unavailable" });
  expect(events.slice(1)).toEqual([{ event: "stale", entries: 1, ageMilliseconds: 5_500 }]);
});

test("it tells when Firestore is away before the first load", async () => {
  const { states, events, live } = watched(10);
  states.away = true;
  await expect(live.find("ada")).rejects.toMatchObject({ code: "unavailable" });
  await turn();
  expect(events).toEqual([{ event: "stale", entries: 0, ageMilliseconds: null }]);
});

test("it tells when there are more changes than it holds in full, once", async () => {
  const { clock, states, events, live } = watched(2);
  for (const uid of ["ada", "eve", "joe"]) states.put(uid);
  await live.find("ada");
  await turn();
  states.put("max");
  clock.pass(5_000);
  await live.find("ada");
  expect(events).toEqual([
    { event: "crowded", entries: 2, ageMilliseconds: null },
    { event: "loaded", entries: 2, ageMilliseconds: 0 },
  ]);
});
