import type { AccountState } from "../../../src/access/live/account-state";
import { snapshot, windowMilliseconds } from "../../../src/access/live/snapshot";

const at = (changedAt: number, more: Partial<AccountState> = {}): AccountState => ({
  ...{ version: changedAt, changedAt, pending: false, disabled: true },
  ...{ deleted: false, validAfter: null, role: undefined },
  ...more,
});

/** One that has room for twenty, with states of `user-1` (the oldest) to `user-N`. */
function holding(size: number, first: Partial<AccountState> = {}) {
  const held = snapshot(20);
  for (let n = 1; n <= size; n += 1) held.learn(`user-${n}`, at(n, n === 1 ? first : {}));
  return held;
}

describe("the snapshot of twenty states", () => {
  test("keeps twenty, and none is only noted", () => {
    const held = holding(20);
    expect([held.size(), held.isCrowded()]).toEqual([20, false]);
    expect(held.mayHaveChanged("user-1")).toBe(false);
  });

  test("of one more keeps the newest eighteen, and notes the others", () => {
    const held = holding(21);
    expect([held.size(), held.isCrowded()]).toEqual([18, true]);
    expect([held.find("user-3"), held.find("user-4")]).toEqual([undefined, at(4)]);
    expect(held.mayHaveChanged("user-3")).toBe(true);
  });

  test("keeps a change that is under way, however old", () => {
    const pending = { pending: true };
    const held = holding(21, pending);
    expect(held.find("user-1")).toEqual(at(1, pending));
    held.expire(windowMilliseconds + 100);
    expect([held.size(), held.find("user-1")]).toEqual([1, at(1, pending)]);
  });

  test("keeps what changed at the edge of the window, and forgets what did before", () => {
    const held = holding(3);
    held.expire(windowMilliseconds + 2);
    expect([held.find("user-1"), held.find("user-2")]).toEqual([undefined, at(2)]);
  });

  test("never replaces a newer version by an older one", () => {
    const held = holding(3);
    held.learn("user-3", at(3, { version: 2, disabled: false }));
    expect(held.find("user-3")).toEqual(at(3));
    held.learn("user-3", at(3, { version: 4, disabled: false }));
    expect(held.find("user-3")).toMatchObject({ disabled: false });
  });

  test("is empty once cleared", () => {
    const held = holding(21);
    held.clear();
    expect([held.size(), held.isCrowded(), held.mayHaveChanged("user-1")]).toEqual([
      0,
      false,
      false,
    ]);
  });
});
