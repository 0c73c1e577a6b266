import { randomBytes } from "node:crypto";
import { authKeys } from "../../../src/auth-keys";
import { limiter } from "../../../src/limits/limiter";
import { memoryLimits } from "../../../testing/memory/limits";
import {
  account,
  begin,
  isWrong,
  outcome,
  perHour,
  right,
  second,
  wrong,
} from "../../../testing/limits/two-instances";

describe("guesses", () => {
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

test("over several limits at once, whoever waits as long as is said is not told to wait again", async () => {
  const { one, another, pass } = begin();
  const keys = [account("ada"), { limit: perHour, subject: "203.0.113.7" }];
  for (let times = 0; times < 3; times += 1) await one.use(keys[1]!);
  for (let tries = 0; tries < 10; tries += 1) {
    await outcome(one.attempt([account("ada")], wrong, isWrong));
  }
  // The pause of the address is over long before the hour of the network.
  expect(await outcome(another.attempt(keys, right, isWrong))).toBe(3600);
  expect(await outcome(another.attempt(keys, right, isWrong))).toBe(3600);
  pass(3600 * second);
  expect(await outcome(another.attempt(keys, right, isWrong))).toBe("in");
});

test("what can't be counted, because others count all the time, is refused and not answered", async () => {
  const store = { ...memoryLimits(), change: () => Promise.resolve(undefined) };
  const crowded = limiter({ store, keys: authKeys([randomBytes(32)]) });
  expect(await outcome(crowded.attempt([account("ada")], wrong, isWrong))).toBe(1);
  expect(await outcome(crowded.use(account("ada")))).toBe(1);
  expect(await outcome(crowded.attempt([account("ada")], right, isWrong))).toBe("in");
});
