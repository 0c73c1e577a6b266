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
} from "../../testing/limits/two-instances";
import { randomBytes } from "node:crypto";
import { authKeys } from "../../src/auth-keys";
import { AuthError } from "../../src/errors";
import { limiter } from "../../src/limits/limiter";
import { memoryLimits } from "../../testing/memory/limits";

describe("guesses", () => {
  test("are answered ten times, then once per pause, and each pause is twice as long", async () => {
    const { one, pass } = begin();
    const guess = () => outcome(one.attempt([account("ada")], wrong, isWrong));
    for (let tries = 0; tries < 10; tries += 1) expect(await guess()).toBe("wrong");
    const pauses = [30, 60, 120, 240, 480, 900, 900];
    for (const pause of pauses) {
      expect(await guess()).toBe(pause);
      pass((pause - 1) * second);
      expect(await guess()).toBe(1);
      pass(1 * second);
      expect(await guess()).toBe("wrong");
    }
  });

  test("are counted over all instances, and the right password does not get through either", async () => {
    const { one, another } = begin();
    for (let tries = 0; tries < 10; tries += 1) {
      const instance = tries % 2 === 0 ? one : another;
      await outcome(instance.attempt([account("ada")], wrong, isWrong));
    }
    expect(await outcome(another.attempt([account("ada")], right, isWrong))).toBe(30);
    expect(await outcome(one.attempt([account("ada")], right, isWrong))).toBe(30);
  });

  test("leave one try to one instance when a pause is over", async () => {
    const { one, another, pass } = begin();
    for (let tries = 0; tries < 10; tries += 1) {
      await outcome(one.attempt([account("ada")], wrong, isWrong));
    }
    pass(30 * second);
    const outcomes = await Promise.all(
      [one, another, one, another].map((instance) =>
        outcome(instance.attempt([account("ada")], right, isWrong)),
      ),
    );
    expect(outcomes.filter((result) => result === "in")).toHaveLength(1);
    expect(outcomes.filter((result) => result === 60)).toHaveLength(3);
  });

  test("are not forgotten for a success, and are after a quarter of an hour", async () => {
    const { one, pass } = begin();
    for (let tries = 0; tries < 9; tries += 1) {
      await outcome(one.attempt([account("ada")], wrong, isWrong));
    }
    expect(await outcome(one.attempt([account("ada")], right, isWrong))).toBe("in");
    expect(await outcome(one.attempt([account("ada")], wrong, isWrong))).toBe("wrong");
    expect(await outcome(one.attempt([account("ada")], right, isWrong))).toBe(30);
    pass(30 * second + 15 * minute);
    expect(await outcome(one.attempt([account("ada")], right, isWrong))).toBe("in");
  });

  test("of one account don't concern another", async () => {
    const { one } = begin();
    for (let tries = 0; tries < 20; tries += 1) {
      await outcome(one.attempt([account("ada")], wrong, isWrong));
    }
    expect(await outcome(one.attempt([account("grace")], right, isWrong))).toBe("in");
  });

  test("that come at once get no further than the limit and what is in flight", async () => {
    const { one, another } = begin();
    const outcomes = await Promise.all(
      Array.from({ length: 200 }, (_, index) =>
        outcome((index % 2 ? one : another).attempt([account("ada")], wrong, isWrong)),
      ),
    );
    expect(outcomes.filter((result) => result === "wrong")).toHaveLength(10);
    expect(outcomes.filter((result) => result === 30)).toHaveLength(190);
  });

  test("are told nothing when they are beyond the limit, however the try went", async () => {
    const { one, another } = begin();
    for (let tries = 0; tries < 10; tries += 1) {
      await outcome(one.attempt([account("ada")], wrong, isWrong));
    }
    let made = false;
    const never = () => {
      made = true;
      return new Promise<never>(() => undefined);
    };
    expect(await outcome(another.attempt([account("ada")], never, isWrong))).toBe(30);
    expect(made).toBe(true);
    made = false;
    expect(await outcome(another.attempt([account("ada")], never, isWrong))).toBe(30);
    expect(made).toBe(false);
  });
});

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
