import {
  accountComparison,
  type ComparisonOptions,
} from "../../../src/accounts/comparison/account-comparison";
import type { AccountGlance } from "../../../src/identity/account-pages";

const minute = 60_000;

/** Accounts a page, and milliseconds that a page takes. */
const [size, takes] = [1000, 400];

/** A project whose time passes only where somebody waits. */
function project(count: number) {
  const begun = Date.UTC(2026, 0, 1);
  const accounts = Array.from({ length: count }, (_, n): AccountGlance => {
    const createdAt = begun - 30 * 86_400_000;
    return { uid: `user-${n}`, createdAt, disabled: false, validSince: createdAt / 1000 };
  });
  const disabledAt = new Map<string, number>();
  const foundAfter: number[] = [];
  let time = begun;
  const options: ComparisonOptions = {
    now: () => time,
    wait: (milliseconds) => Promise.resolve(void (time += milliseconds)),
    pages: {
      read(page = "0") {
        const from = Number(page);
        const next = from + size < count ? String(from + size) : undefined;
        const seen = accounts.slice(from, from + size).map((account) => ({
          ...account,
          disabled: time >= (disabledAt.get(account.uid) ?? NaN),
        }));
        time += takes;
        return Promise.resolve({ accounts: seen, next });
      },
    },
    sync(uid) {
      foundAfter.push(time - (disabledAt.get(uid) ?? NaN));
      return Promise.resolve();
    },
  };
  return {
    foundAfter,
    disable: (n: number, after: number) => disabledAt.set(`user-${n}`, begun + after),
    /** As Cloud Scheduler begins runs, which end before the next one. */
    async minutes(number: number) {
      const comparison = accountComparison(options);
      const runs = [];
      for (let n = 0; n < number; n += 1) {
        time = Math.max(time, begun + n * minute);
        runs.push(await comparison.run());
      }
      return runs;
    },
  };
}

describe("a change elsewhere", () => {
  test("is found within a minute among 50,000 accounts, whenever and in whichever it is made", async () => {
    const { disable, foundAfter, minutes } = project(50_000);
    const changes = 500;
    for (let n = 0; n < changes; n += 1) disable(n * 97, minute + n * 239);
    expect(await minutes(5)).toContainEqual({ accounts: 50_000, synced: 0, isWhole: true });
    expect(foundAfter).toHaveLength(changes);
    expect(Math.max(...foundAfter)).toBeLessThan(minute);
  });

  test("is found later where there are more accounts than there is time for, and that is said", async () => {
    const { disable, foundAfter, minutes } = project(150_000);
    disable(149_999, minute);
    const runs = await minutes(4);
    expect(runs.map(({ isWhole }) => isWhole)).toEqual([false, false, false, false]);
    expect(foundAfter).toHaveLength(1);
  });
});
