import { driftOf } from "../../../../../src/accounts/protocol/drift";
import type { MarkedField } from "../../../../../src/users/account-record";
import { accountOf, created, marksOn, recordOf } from "../../../../../testing/memory/documents";

const day = 24 * 60 * 60;
const asOf = created + day;

/** @param validSince - what Firebase Auth says, and `validAfter` what the state says, in seconds since 1970. */
function drift(validSince: number, validAfter: number, ...marked: MarkedField[]) {
  const state = { validAfter, ...(marked.length > 0 && marksOn(...marked)) };
  return driftOf(recordOf({ state }), accountOf({ validSince, asOf }), "User");
}

const adopted = (validAfter: number) => ({ state: { validAfter }, heals: ["sessions"] });

test("sessions that were ended elsewhere have ended here, the last second included", () => {
  expect(drift(asOf - 10, 0)).toEqual(adopted(asOf - 10));
  expect(drift(asOf - 10, asOf - 20)).toEqual(adopted(asOf - 10));
});

test("what ended here, and stands at Firebase Auth one second later, is known", () => {
  expect(drift(asOf - 9, asOf - 10)).toBeUndefined();
  expect(drift(asOf - 8, asOf - 10)).toEqual(adopted(asOf - 8));
});

test("what ended longer ago than any token lives, and five minutes, concerns nobody", () => {
  const longAgo = asOf - 65 * 60;
  expect(drift(longAgo, 0)).toBeUndefined();
  expect(drift(longAgo + 1, 0)).toEqual(adopted(longAgo + 1));
});

test("that an account was just created ends no session", () => {
  const account = accountOf({ createdAt: asOf * 1000 + 900, validSince: asOf, asOf });
  const state = { generation: account.createdAt };
  expect(driftOf(recordOf({ state }), account, "User")).toBeUndefined();
  const ended = { ...account, validSince: asOf + 1, asOf: asOf + 1 };
  expect(driftOf(recordOf({ state }), ended, "User")).toEqual(adopted(asOf + 1));
});

test("an end of sessions that Firebase Auth lost is brought there again", () => {
  expect(drift(created, asOf - 10)).toEqual({ state: {}, heals: ["sessions"] });
  expect(drift(created, asOf - 10, "role")).toEqual({ state: {}, heals: ["sessions"] });
});

test.each<MarkedField>(["sessions", "credentials"])(
  "while a change of %s is under way, it brings that itself",
  (field) => {
    expect(drift(created, asOf - 10, field)).toBeUndefined();
    expect(drift(asOf - 10, 0, field)).toEqual({ state: { validAfter: asOf - 10 }, heals: [] });
  },
);
