import { mayBeClosed, printOf } from "../../../src/accounts/comparison/glance";
import type { AccountGlance } from "../../../src/identity/account-pages";

const now = Date.UTC(2026, 0, 1);
const hour = 3600;
const second = now / 1000;
const createdAt = now - 24 * hour * 1000 + 1;

const account = (more: Partial<AccountGlance> = {}): AccountGlance => ({
  ...{ uid: "ada", createdAt, disabled: false, validSince: Math.floor(createdAt / 1000) },
  ...more,
});

test.each<[string, Partial<AccountGlance>, boolean]>([
  ["was never touched", {}, false],
  ["says a second before its creation", { validSince: second - 24 * hour - 1 }, false],
  ["is disabled", { disabled: true }, true],
  ["was just signed out", { validSince: second }, true],
  ["was signed out within the life of a token", { validSince: second - 65 * 60 + 1 }, true],
  ["was signed out before that", { validSince: second - 65 * 60 }, false],
  ["was just made", { createdAt: now + 999, validSince: second }, false],
])("an account that %s: may it be closed?", (_what, more, expected) => {
  expect(mayBeClosed(account(more), now)).toBe(expected);
});

test("accounts look alike only where nothing that is compared differs", () => {
  const seconds = [0, 1, 2, 3, 4];
  const glances = seconds.flatMap((validSince) =>
    [true, false].map((disabled) => account({ validSince, disabled })),
  );
  expect(new Set(glances.map(printOf)).size).toBe(glances.length);
});
