import {
  second,
  minute,
  account,
  isWrong,
  wrong,
  right,
  begin,
  outcome,
} from "../../../testing/limits/two-instances";

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
});
