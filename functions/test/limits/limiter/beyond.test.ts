import {
  account,
  isWrong,
  wrong,
  right,
  begin,
  outcome,
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
