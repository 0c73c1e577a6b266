import { recentChanges } from "../../../src/access/live/recent-changes";
import type { AccountState } from "../../../src/access/live/account-state";

const change = (uid: string, changedAt: number, n: number | undefined, version = changedAt) =>
  [uid, { changedAt, n, version } as AccountState] as const;

/** Those that read `changes`, in that order, and are asked about the count of two documents since 10. */
function accounting(...changes: (readonly [string, AccountState])[]) {
  const recent = recentChanges();
  for (const one of changes) recent.learn(new Map([one]));
  const accountFor = (documents: number, writes: number) =>
    recent.accountFor({ documents, writes, readAt: 100 }, 10);
  return { recent, accountFor };
}

describe("recent changes", () => {
  test("account for a count of as many documents and writes", () => {
    const { accountFor } = accounting(change("ada", 10, 1), change("eve", 20, 3));
    expect(accountFor(2, 4)).toBe(true);
    expect([accountFor(3, 4), accountFor(2, 5), accountFor(1, 4)]).toEqual([false, false, false]);
  });

  test("leave out what changed before that", () => {
    expect(accounting(change("ada", 9, 1), change("eve", 20, 3)).accountFor(1, 3)).toBe(true);
  });

  test("take the newest version of each, whatever comes first", () => {
    const [older, newer] = [change("ada", 20, 1), change("ada", 30, 2)];
    expect(accounting(newer, older).accountFor(1, 2)).toBe(true);
    expect(accounting(older, newer).accountFor(1, 2)).toBe(true);
  });

  test("leave out documents that no count has, and remember when they changed", () => {
    const { recent, accountFor } = accounting(change("ada", 20, 1), change("eve", 30, undefined));
    expect(accountFor(1, 1)).toBe(true);
    expect(recent.newest()).toBe(30);
  });

  test("are none once cleared", () => {
    const { recent, accountFor } = accounting(change("ada", 20, 1));
    recent.clear();
    expect([accountFor(0, 0), recent.newest()]).toEqual([true, 20]);
  });
});
