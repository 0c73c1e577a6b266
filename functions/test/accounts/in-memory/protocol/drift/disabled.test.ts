import { driftOf } from "../../../../../src/accounts/protocol/drift";
import { accountOf, recordOf } from "../../../../../testing/memory/documents";

/** What each says of `disabled`. */
function drift(account: boolean, document: boolean, state: boolean, disabledElsewhere = false) {
  const record = recordOf({
    state: { disabled: state, disabledElsewhere },
    user: { disabled: document },
  });
  return driftOf(record, accountOf({ disabled: account }), "User");
}

test("who is disabled elsewhere is kept out here, and known to be so by somebody else's hand", () => {
  expect(drift(true, false, false)).toEqual({
    state: { disabled: true, disabledElsewhere: true },
    user: { update: { disabled: true } },
    heals: [],
  });
});

test("who was disabled elsewhere and is enabled there again is let in", () => {
  expect(drift(false, true, true, true)).toEqual({
    state: { disabled: false, disabledElsewhere: false },
    user: { update: { disabled: false } },
    heals: [],
  });
});

test("who was disabled here stays so, whatever is done elsewhere", () => {
  const heals = { state: {}, heals: ["disabled"] };
  expect(drift(false, true, true)).toEqual(heals);
  const forgotten = recordOf({ user: { disabled: true } }, { state: true });
  expect(driftOf(forgotten, accountOf(), "User")).toEqual(heals);
});

test("who stays disabled on all sides needs nothing", () => {
  expect(drift(true, true, true)).toBeUndefined();
  expect(drift(true, true, true, true)).toBeUndefined();
});

test("who is disabled in the document by hand is kept out, and disabled at Firebase Auth", () => {
  expect(drift(false, true, false)).toEqual({ state: { disabled: true }, heals: ["disabled"] });
});

test("who is enabled in the document by hand is let in again", () => {
  expect(drift(false, false, true)).toEqual({ state: { disabled: false }, heals: [] });
});
