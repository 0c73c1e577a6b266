import {
  second,
  minute,
  perHour,
  account,
  isWrong,
  wrong,
  right,
  begin,
  outcome,
} from "../../../testing/limits/two-instances";
import { randomBytes } from "node:crypto";
import { authKeys } from "../../../src/auth-keys";
import { AuthError } from "../../../src/errors";
import { limiter } from "../../../src/limits/limiter";
import { memoryLimits } from "../../../testing/memory/limits";

describe("a good try", () => {
  test("writes nothing", async () => {
    const { one, store } = begin();
    await one.attempt([account("ada")], right, isWrong);
    expect({ reads: store.reads, writes: store.writes }).toEqual({ reads: 1, writes: 0 });
  });

  test("is not counted when it fails for another reason", async () => {
    const { one, store } = begin();
    const away = () => Promise.reject(new AuthError("unavailable", "away"));
    await expect(one.attempt([account("ada")], away, isWrong)).rejects.toThrow("away");
    expect(store.writes).toBe(0);
  });

  test("does not get through while the counters can't be read", async () => {
    const store = memoryLimits();
    const keys = authKeys([randomBytes(32)]);
    const away = () => Promise.reject(new AuthError("unavailable", "away"));
    const blind = limiter({ store: { ...store, read: away }, keys });
    await expect(blind.attempt([account("ada")], right, isWrong)).rejects.toThrow("away");
  });
});

describe("what is limited whether it succeeds or not", () => {
  test("is refused until the window is over", async () => {
    const { one, another, pass, reached } = begin();
    const key = { limit: perHour, subject: "203.0.113.7" };
    for (let times = 0; times < 3; times += 1) await one.use(key);
    pass(10 * minute);
    expect(await outcome(another.use(key))).toBe(50 * 60);
    expect(await outcome(another.use(key))).toBe(50 * 60);
    // The second refusal is from memory.
    expect(reached).toEqual(["registrations"]);
    pass(50 * minute);
    expect(await one.use(key)).toBe(1);
  });

  test("has no limit at 0", async () => {
    const { one, store } = begin();
    const key = { limit: { ...perHour, most: 0 }, subject: "203.0.113.7" };
    for (let times = 0; times < 10; times += 1) await one.use(key);
    expect(store.writes).toBe(0);
  });
});

test("what was counted can be forgotten, of which other instances learn within 30 s", async () => {
  const { one, another, pass } = begin();
  for (let tries = 0; tries < 10; tries += 1) {
    await outcome(one.attempt([account("ada")], wrong, isWrong));
  }
  pass(30 * second);
  await outcome(one.attempt([account("ada")], wrong, isWrong));
  expect(await outcome(another.attempt([account("ada")], right, isWrong))).toBe(60);
  await one.forget(account("ada"));
  expect(await outcome(one.attempt([account("ada")], right, isWrong))).toBe("in");
  pass(29 * second);
  expect(await outcome(another.attempt([account("ada")], right, isWrong))).toBe(31);
  pass(1 * second);
  expect(await outcome(another.attempt([account("ada")], right, isWrong))).toBe("in");
});
