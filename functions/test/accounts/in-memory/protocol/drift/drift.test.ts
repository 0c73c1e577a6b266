import { driftOf } from "../../../../../src/accounts/protocol/drift";
import type { Account } from "../../../../../src/identity/accounts";
import type { StoredState } from "../../../../../src/users/account-record";
import type { User } from "../../../../../src/users/user-directory";
import { accountOf, marksOn, recordOf } from "../../../../../testing/memory/documents";

interface Found {
  state?: Partial<StoredState>;
  user?: Partial<User>;
  account?: Partial<Account>;
}

const drift = ({ account, ...record }: Found, missing: { state?: true; user?: true } = {}) =>
  driftOf(recordOf(record, missing), accountOf(account), "User");

test("where documents and account agree, nothing is to be written", () => {
  expect(drift({})).toBeUndefined();
  expect(drift({}, { state: true })).toBeUndefined();
});

test.each<[string, Found, object]>([
  [
    "gives who has no role the first one",
    { user: { role: null }, state: { role: undefined }, account: { claims: {} } },
    { state: {}, user: { update: { role: "User" } }, heals: ["role"] },
  ],
  [
    "gives back a claim that Firebase Auth lost, and leaves the others",
    { account: { claims: { team: "blue" } } },
    { state: {}, heals: ["role"] },
  ],
  [
    "takes away a role that only Firebase Auth knows of",
    { account: { claims: { role: "Admin" } } },
    { state: {}, heals: ["role"] },
  ],
  [
    "makes known a role that was changed in the document by hand",
    { user: { role: "Admin" } },
    { state: { role: "Admin" }, heals: ["role"] },
  ],
  [
    "heals a role beside a change of credentials",
    { state: marksOn("credentials"), account: { claims: {} } },
    { state: {}, heals: ["role"] },
  ],
  [
    "copies another address",
    { account: { email: "byron@example.com" } },
    { state: {}, user: { update: { email: "byron@example.com", emailVerified: true } }, heals: [] },
  ],
  [
    "copies that an address is no longer verified",
    { account: { emailVerified: false } },
    { state: {}, user: { update: { email: "ada@example.com", emailVerified: false } }, heals: [] },
  ],
])("the comparison %s", (_what, found, expected) => {
  expect(drift(found)).toEqual(expected);
});

test.each<[string, Account["claims"], object]>([
  ["another role than the document's", { role: "Admin" }, { role: "User" }],
  ["no role", {}, {}],
  ["what is no role", { role: ["Admin"] }, {}],
])("tokens that claim %s count by the document, where no state says so", (_what, claims, state) => {
  expect(drift({ account: { claims } }, { state: true })).toEqual({ state, heals: ["role"] });
});

test.each<[string, Found]>([
  ["whose role is being changed", { state: marksOn("role"), account: { claims: {} } }],
  ["who is being disabled", { state: marksOn("disabled"), account: { disabled: true } }],
  [
    "who is being enabled",
    { state: { ...marksOn("disabled"), disabled: true }, user: { disabled: true } },
  ],
  [
    "who is anonymous, of a role",
    { user: anonymous({ role: null }), account: anonymous({ claims: {} }) },
  ],
])("nothing is decided about somebody %s", (_who, { state, ...found }) => {
  const role = found.user?.role === null ? { role: null } : {};
  expect(drift({ ...found, state: { ...role, ...state } })).toBeUndefined();
});

function anonymous<More extends object>(more: More) {
  return { email: null, providers: [], ...more };
}
