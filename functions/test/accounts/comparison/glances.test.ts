import { accountComparison } from "../../../src/accounts/comparison/account-comparison";
import type { AccountGlance, AccountPage } from "../../../src/identity/account-pages";

const now = Date.UTC(2026, 0, 1);
const createdAt = now - 86_400_000;
const seconds = now / 1000;

const account = (uid: string, changed: Partial<AccountGlance> = {}): AccountGlance => ({
  ...{ uid, createdAt, disabled: false, validSince: createdAt / 1000 },
  ...changed,
});

/** Two runs' passes: what each page says in turn; the last one is said again. */
function passes(...pages: (AccountPage | Error)[]) {
  const synced: string[] = [];
  const failing = new Set<string>();
  const asked: (string | undefined)[] = [];
  const comparison = accountComparison({
    now: () => now,
    wait: () => Promise.resolve(),
    pages: {
      read(page) {
        asked.push(page);
        const said = pages.length > 1 ? pages.shift()! : pages[0]!;
        return said instanceof Error ? Promise.reject(said) : Promise.resolve(said);
      },
    },
    sync(uid) {
      synced.push(uid);
      return failing.has(uid) ? Promise.reject(new Error("away")) : Promise.resolve();
    },
  });
  return { comparison, synced, asked, failing };
}

const page = (...accounts: AccountGlance[]): AccountPage => ({ accounts, next: undefined });

describe("a comparison", () => {
  test("looks at accounts that it never saw only where they may be closed", async () => {
    const { comparison, synced } = passes(
      page(
        account("untouched"),
        account("disabled", { disabled: true }),
        account("ended now", { validSince: seconds - 60 }),
        account("ended long ago", { validSince: seconds - 7200 }),
      ),
    );
    await expect(comparison.run()).resolves.toEqual({ accounts: 4, synced: 2, isWhole: true });
    expect(synced).toEqual(["disabled", "ended now"]);
  });

  test.each([
    ["disabled", account("ada"), account("ada", { disabled: true })],
    ["signed out", account("ada"), account("ada", { validSince: seconds })],
  ])("looks at one that was %s since, once", async (_change, before, after) => {
    const { comparison, synced } = passes(page(before), page(after));
    await comparison.run();
    await comparison.run();
    expect(synced).toEqual(["ada"]);
  });

  test("looks at one that was enabled again", async () => {
    const { comparison, synced } = passes(
      page(account("ada", { disabled: true })),
      page(account("ada")),
    );
    await comparison.run();
    expect(synced).toEqual(["ada", "ada"]);
  });

  test("does not stop at one that can't be brought in line, and tries it again", async () => {
    const both = page(account("ada", { disabled: true }), account("grace", { disabled: true }));
    const { comparison, synced, failing } = passes(both);
    failing.add("ada");
    await expect(comparison.run()).rejects.toThrow(AggregateError);
    expect(synced).toEqual(["ada", "grace", "ada"]);
    failing.clear();
    await expect(comparison.run()).resolves.toMatchObject({ synced: 1 });
  });

  test("begins from the start after an outage, and passes ids by that no document can have", async () => {
    const { comparison, synced, asked } = passes(
      { accounts: [account("ada")], next: "second" },
      new Error("away"),
      page(account("a/b", { disabled: true }), account("..", { disabled: true })),
    );
    await expect(comparison.run()).rejects.toThrow("away");
    await comparison.run();
    expect(asked).toEqual([undefined, "second", undefined, undefined]);
    expect(synced).toEqual([]);
  });
});
