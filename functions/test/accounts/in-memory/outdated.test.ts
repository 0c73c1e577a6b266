import { isOutdated } from "../../../src/accounts/protocol/outdated";

const hour = 60 * 60_000;

test.each([
  ["mailed before", 99, { codesAfter: 100 }, 200, true],
  ["mailed in that very moment", 100, { codesAfter: 100 }, 200, true],
  ["mailed since", 101, { codesAfter: 100 }, 200, false],
  ["of an account whose credentials never changed", 1, undefined, 200, false],
  ["that nobody noted, within an hour", undefined, { codesAfter: 100 }, hour + 99, true],
  ["that nobody noted, an hour later", undefined, { codesAfter: 100 }, hour + 100, false],
])("a code %s", (_when, issuedAt, state, now, expected) => {
  expect(isOutdated({ issuedAt }, state, now)).toBe(expected);
});
