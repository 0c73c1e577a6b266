import { addressOf, gone, isThere, toErase } from "../../../../src/accounts/protocol/follow";
import { accountOf, created, documentOf, recordOf } from "../../../../testing/memory/documents";

const noDocument = recordOf({}, { user: true });
const deleted = recordOf({ state: { deleted: true } });

test.each([
  ["a role", { role: "User" }],
  ["`disabled`", { disabled: false }],
  ["a profile", { profile: {} }],
])("a change of %s needs a document, and an account that is not deleted", (_what, wanted) => {
  expect(isThere(recordOf(), wanted)).toBe(true);
  expect(isThere(noDocument, wanted)).toBe(false);
  expect(isThere(deleted, wanted)).toBe(false);
});

test("ending sessions needs no document, but an account that is not deleted", () => {
  expect(isThere(noDocument, {})).toBe(true);
  expect(isThere(recordOf({}, { state: true, user: true }), {})).toBe(true);
  expect(isThere(deleted, {})).toBe(false);
});

test("deleting can always be repeated", () => {
  const wanted = { deleted: {} };
  expect(isThere(deleted, wanted)).toBe(true);
  expect(isThere(noDocument, { ...wanted, role: "User" })).toBe(true);
});

test("of an account that is gone no document stays, no session, and no address is guessed", () => {
  const state = { deleted: true, validAfter: "now", erasing: { address: null } };
  expect(gone(recordOf())).toEqual({
    state: { ...state, generation: created * 1000, unmark: [] },
    user: { remove: true },
  });
  expect(gone(recordOf({}, { state: true }), ["mine"]).state).toEqual({
    ...{ ...state, generation: 0, unmark: ["mine"] },
  });
});

test("what was deleted already is not deleted again, nor its address forgotten", () => {
  const state = { generation: created * 1000, unmark: ["mine"] };
  expect(gone(deleted, ["mine"])).toEqual({ state, user: { remove: true } });
  expect(toErase(deleted)).toEqual({});
});

test("what is to be erased is what was kept under the address, if there was one", () => {
  expect(toErase(recordOf())).toEqual({ erasing: { address: "ada@example.com" } });
  expect(toErase(recordOf({ user: { email: null } }))).toEqual({ erasing: { address: null } });
  expect(toErase(recordOf({}, { state: true, user: true }))).toEqual({
    erasing: { address: null },
  });
});

const other = { email: "byron@example.com", emailVerified: true };
const unproved = { email: "ada@example.com", emailVerified: false };

test.each([other, unproved])("the document follows Firebase Auth's address: %j", (address) => {
  const seen = { user: documentOf(), account: accountOf(address) };
  expect(addressOf(recordOf(), seen)).toEqual({ update: address });
  expect(
    addressOf(recordOf({ user: address }), { ...seen, user: documentOf(address) }),
  ).toBeUndefined();
});

test.each([other, unproved])("an address that somebody else copied since stays: %j", (address) => {
  const seen = { user: documentOf(), account: accountOf() };
  expect(addressOf(recordOf({ user: address }), seen)).toBeUndefined();
});

test("where there is no document, or there was none, no address is copied", () => {
  const account = accountOf(other);
  expect(addressOf(noDocument, { user: documentOf(), account })).toBeUndefined();
  expect(addressOf(recordOf(), { user: undefined, account })).toBeUndefined();
});
