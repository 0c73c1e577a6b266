import { lookedUp, toAccounts } from "../../src/identity/looked-up";

const lastSeenAt = (user: object) =>
  toAccounts(lookedUp.parse({ users: [{ localId: "ada", ...user }] }), 0)[0]?.lastSeenAt;

test.each([
  ["never, before the first sign-in", {}, null],
  ["never, whatever a new account says", { lastRefreshAt: "2026-01-02T12:00:00.5Z" }, null],
  ["at the sign-in", { lastLoginAt: "1767355200000" }, 1767355200000],
  [
    "at the renewal after it",
    { lastLoginAt: "1767355200000", lastRefreshAt: "2026-01-03T12:00:00.000Z" },
    Date.parse("2026-01-03T12:00:00Z"),
  ],
  [
    "at the sign-in after a renewal",
    { lastLoginAt: "1767355200000", lastRefreshAt: "2025-12-31T12:00:00Z" },
    1767355200000,
  ],
])("somebody was seen last %s", (_when, user, expected) => {
  expect(lastSeenAt(user)).toBe(expected);
});
