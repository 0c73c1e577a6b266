import { isSameIntent } from "../../../../src/accounts/protocol/intent";
import type { MarkedField } from "../../../../src/users/account-record";

const fields: MarkedField[] = ["account", "role", "disabled", "sessions", "credentials", "proof"];
const one = { deleted: false, role: "User", disabled: false, revokedThrough: 1 };

test.each(fields)("what asks the same of %s is the same", (field) => {
  expect(isSameIntent([field], one, { ...one })).toBe(true);
});

test.each(fields)("a deletion meanwhile counts for a change of %s", (field) => {
  expect(isSameIntent([field], one, { ...one, deleted: true })).toBe(false);
});

test.each<[string, Partial<typeof one>, MarkedField[]]>([
  ["role", { role: "Admin" }, ["role"]],
  ["`disabled`", { disabled: true }, ["disabled"]],
  ["end of sessions", { revokedThrough: 2 }, ["sessions", "credentials"]],
])("another %s meanwhile counts only for changes of that", (_what, changed, counts) => {
  const other = { ...one, ...changed };
  const different = fields.filter((field) => !isSameIntent([field], one, other));
  expect(different).toEqual(counts);
  expect(isSameIntent(fields, one, other)).toBe(false);
});
