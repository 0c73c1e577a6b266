import { EventEmitter, once } from "node:events";
import type { LimitStore } from "../../../src/limits/limit-store";
import { begin, email, network, outcome, right } from "../../../testing/limits/sign-ins";
import { memoryLimits } from "../../../testing/memory/limits";

describe("a good sign-in", () => {
  test("reads the counters in one call, beside the question to Firebase, and writes nothing", async () => {
    const store = memoryLimits();
    const events = new EventEmitter();
    const asked = once(events, "asked");
    const counted = once(events, "counted");
    const calls: string[][] = [];
    const watched: LimitStore = {
      ...store,
      async read(hashes) {
        calls.push([...hashes]);
        events.emit("counted");
        // Whoever read the counters first would wait for ever.
        await asked;
        return store.read(hashes);
      },
    };
    const signIn = begin({}, watched).signIn({ email, network }, async () => {
      events.emit("asked");
      // And so would who asked Firebase first.
      await counted;
      return "in";
    });
    expect(await signIn).toBe("in");
    expect(calls.map((hashes) => hashes.length)).toEqual([2]);
    expect(store.writes).toBe(0);
  });

  test("asks nobody where both limits are switched off", async () => {
    const store = memoryLimits();
    const off = { signInFailuresPerAccount: 0, signInFailuresPerIp: 0 };
    expect(await begin(off, store).signIn({ email, network }, right)).toBe("in");
    expect({ reads: store.reads, writes: store.writes }).toEqual({ reads: 0, writes: 0 });
  });
});

test("an edge may do twenty times as much as a client", async () => {
  const limits = begin({ registrationsPerIp: 2 });
  const register = (shared?: true) =>
    outcome(limits.registration({ ...network, ...(shared && { shared }) }));
  const outcomes = await Promise.all([1, 2, 3].map(() => register()));
  expect(outcomes).toEqual([1, 2, "too-many-attempts"]);
  const edge = begin({ registrationsPerIp: 2 });
  const many = Array.from({ length: 41 }, () =>
    outcome(edge.registration({ ...network, shared: true })),
  );
  expect((await Promise.all(many)).slice(-2)).toEqual([40, "too-many-attempts"]);
});

test("whoever is at the machine of a local stack has no limit by network", async () => {
  const limits = begin({ registrationsPerIp: 1 });
  const here = { key: undefined, place: "" };
  for (let times = 0; times < 10; times += 1) expect(await limits.registration(here)).toBe(0);
});
