import { driftOf } from "../../../../../src/accounts/protocol/drift";
import {
  accountOf,
  created,
  documentOf,
  marksOn,
  recordOf,
} from "../../../../../testing/memory/documents";

const create = documentOf();
const missing = { user: true } as const;

test("an account that is seen for the first time gets a document with the first role", () => {
  const never = recordOf({}, { state: true, user: true });
  const drift = driftOf(never, accountOf({ claims: { role: "Admin" } }), "User");
  expect(drift).toEqual({ state: {}, user: { create }, heals: [] });
});

test("one that is anonymous gets a document without a role", () => {
  const drift = driftOf(recordOf({}, missing), accountOf({ email: null, providers: [] }), "User");
  expect(drift?.user).toMatchObject({ create: { role: null, email: null } });
});

test("one that is disabled is kept out from the start, by somebody else's hand", () => {
  const drift = driftOf(recordOf({}, missing), accountOf({ disabled: true }), "User");
  const state = { disabled: true, disabledElsewhere: true };
  expect(drift).toEqual({ state, user: { create: { ...create, disabled: true } }, heals: [] });
});

test("the names that a provider gave just now go before what Firebase Auth shows", () => {
  const names = { firstName: "Augusta", lastName: "King" };
  const drift = driftOf(recordOf({}, missing), accountOf(), "User", names);
  expect(drift?.user).toEqual({ create: { ...create, ...names } });
});

test.each([true, false])(
  "an account made anew under a uid starts anew, without the former one's role (deleted: %s)",
  (deleted) => {
    const former = recordOf({
      state: { deleted, role: "Admin", generation: (created - 1) * 1000 },
      user: { role: "Admin" },
    });
    expect(driftOf(former, accountOf({ claims: { role: "Admin" } }), "User")).toEqual({
      state: { role: "User", deleted: false, generation: created * 1000, erasing: null },
      user: { create },
      heals: [],
    });
  },
);

test("a deleted account that is still there is removed, once", () => {
  const state = { deleted: true };
  const removed = { state: {}, heals: ["account"] };
  expect(driftOf(recordOf({ state }, missing), accountOf(), "User")).toEqual(removed);
  const going = { ...state, ...marksOn("account") };
  expect(driftOf(recordOf({ state: going }, missing), accountOf(), "User")).toBeUndefined();
});
