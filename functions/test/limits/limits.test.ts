import { randomBytes } from "node:crypto";
import { EventEmitter, once } from "node:events";
import { authKeys } from "../../src/auth-keys";
import { defaultParameters, readSettings } from "../../src/config";
import { AuthError } from "../../src/errors";
import { writeDeviceToken } from "../../src/limits/device-token";
import { limiter } from "../../src/limits/limiter";
import { limitsOf } from "../../src/limits/limits";
import type { LimitStore } from "../../src/limits/limit-store";
import { memoryLimits } from "../../testing/memory/limits";

const settings = readSettings({
  ...defaultParameters(),
  WEB_API_KEY: "key",
  MAIL_FROM: "no-reply@example.com",
  ACTION_URL: "https://example.com/auth/action",
  ALLOWED_ORIGINS: "https://example.com",
});
const keys = authKeys([randomBytes(32)]);
const email = "ada@example.com";
const network = { key: "203.0.113.7", place: "203.0.113.0/24" };
const elsewhere = { key: "198.51.100.7", place: "198.51.100.0/24" };

function begin(changed: Partial<typeof settings> = {}, store: LimitStore = memoryLimits()) {
  return limitsOf(limiter({ store, keys }), { ...settings, ...changed }, keys);
}

const wrong = () => Promise.reject(new AuthError("invalid-credentials"));
const right = () => Promise.resolve("in");
const outcome = (trying: Promise<unknown>) =>
  trying.catch((error: unknown) => (error as AuthError).code);

async function guess(count: number, limits = begin(), where = elsewhere): Promise<typeof limits> {
  for (let tries = 0; tries < count; tries += 1) {
    await outcome(limits.signIn({ email, network: where }, wrong));
  }
  return limits;
}

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

describe("the owner of an address at which strangers guess", () => {
  const deviceToken = writeDeviceToken(keys, email, Date.now());

  test("signs in after 1,000 wrong guesses, on a device that they use", async () => {
    const limits = await guess(1_000);
    expect(await outcome(limits.signIn({ email, network, deviceToken }, right))).toBe("in");
    expect(await outcome(limits.signIn({ email, network }, right))).toBe("too-many-attempts");
  });

  test("signs in even from the strangers' own network", async () => {
    const limits = await guess(1_000, begin(), network);
    expect(await outcome(limits.signIn({ email, network, deviceToken }, right))).toBe("in");
  });

  test.each([
    ["of another address", writeDeviceToken(keys, "eve@example.com", Date.now())],
    ["of another server", writeDeviceToken(authKeys([randomBytes(32)]), email, Date.now())],
    ["that is over a year old", writeDeviceToken(keys, email, Date.now() - 366 * 86_400_000)],
    ["that is none", "nonsense"],
  ])("is taken for one of them with a device token %s", async (_what, forged) => {
    const limits = await guess(1_000);
    const signIn = limits.signIn({ email, network, deviceToken: forged }, right);
    expect(await outcome(signIn)).toBe("too-many-attempts");
  });

  test("has ten tries on the device, too, and can be let in again", async () => {
    const limits = begin();
    for (let tries = 0; tries < 10; tries += 1) {
      await outcome(limits.signIn({ email, network, deviceToken }, wrong));
    }
    const onDevice = () => outcome(limits.signIn({ email, network, deviceToken }, right));
    expect(await onDevice()).toBe("too-many-attempts");
    expect(await outcome(limits.signIn({ email, network }, right))).toBe("in");
    await guess(10, limits);
    expect(await outcome(limits.signIn({ email, network }, right))).toBe("too-many-attempts");
    await limits.unlock(email);
    expect(await outcome(limits.signIn({ email, network }, right))).toBe("in");
  });

  test("is asked for the password in a session as often, and no device is exempt", async () => {
    const limits = await guess(10);
    const asked = limits.ownPassword({ email, network }, right);
    expect(await outcome(asked)).toBe("too-many-attempts");
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
