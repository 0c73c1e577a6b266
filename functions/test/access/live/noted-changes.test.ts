import { notedChanges } from "../../../src/access/live/noted-changes";

const minute = 60_000;
const uids = (word: string) => Array.from({ length: 2000 }, (_, n) => `${word}-${n}`);

describe("noted changes", () => {
  test("have every account that was noted, and hardly any other", () => {
    const noted = notedChanges();
    for (const uid of uids("noted")) noted.note(uid, 0);
    expect(uids("noted").filter((uid) => !noted.mayHave(uid))).toEqual([]);
    expect(uids("stranger").filter((uid) => noted.mayHave(uid))).toEqual([]);
  });

  test("have nobody at first, nor once cleared", () => {
    const noted = notedChanges();
    expect(noted.mayHave("ada")).toBe(false);
    noted.note("ada", 0);
    noted.clear();
    expect(noted.mayHave("ada")).toBe(false);
  });

  test("are forgotten by the five minutes that are over, and no sooner", () => {
    const noted = notedChanges();
    noted.note("ada", 0);
    noted.note("eve", 5 * minute);
    noted.forgetBefore(5 * minute - 1);
    expect([noted.mayHave("ada"), noted.mayHave("eve")]).toEqual([true, true]);
    noted.forgetBefore(5 * minute);
    expect([noted.mayHave("ada"), noted.mayHave("eve")]).toEqual([false, true]);
  });
});
