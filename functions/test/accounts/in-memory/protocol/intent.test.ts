import {
  fieldsIn,
  intentOf,
  markedFields,
  missing,
} from "../../../../src/accounts/protocol/intent";
import type { MarkedField } from "../../../../src/users/account-record";
import { accountOf, created, marksOn, recordOf } from "../../../../testing/memory/documents";

const all = ["role", "disabled", "sessions"] as const;
const intent = { deleted: false, role: "User", disabled: false, revokedThrough: 0 };
const lack = (
  wanted: Partial<ReturnType<typeof intentOf>>,
  fields: readonly MarkedField[] = all,
  account = accountOf(),
) => missing({ ...intent, ...wanted }, account, new Set(fields));

test("role and `disabled` are as the document says, and the state where there is none", () => {
  const state = { role: "Admin", disabled: true, validAfter: 7, deleted: true };
  const rest = { deleted: true, revokedThrough: 7 };
  expect(intentOf(recordOf({ state }))).toEqual({ ...rest, role: "User", disabled: false });
  const alone = intentOf(recordOf({ state }, { user: true }));
  expect(alone).toEqual({ ...rest, role: "Admin", disabled: true });
});

test("of an account without documents nothing is known", () => {
  const unknown = { deleted: false, role: undefined, disabled: undefined, revokedThrough: 0 };
  expect(intentOf(recordOf({}, { state: true, user: true }))).toEqual(unknown);
  expect(missing(unknown, accountOf(), new Set(all))).toEqual({});
});

test("an account that is as intended lacks nothing", () => {
  expect(lack({})).toEqual({});
  expect(lack({ role: null }, all, accountOf({ claims: {} }))).toEqual({});
});

test("a role is claimed beside the other claims; without one the claim goes", () => {
  const account = accountOf({ claims: { role: "User", team: "blue" } });
  expect(lack({ role: "Admin" }, all, account)).toEqual({
    claims: { role: "Admin", team: "blue" },
  });
  expect(lack({ role: null }, all, account)).toEqual({ claims: { team: "blue" } });
});

test("sessions end one second after the last that ended, which Firebase lets live on", () => {
  expect(lack({ revokedThrough: created })).toEqual({ validSince: created + 1 });
  expect(lack({ revokedThrough: created }, ["credentials"])).toEqual({ validSince: created + 1 });
  expect(lack({ revokedThrough: created - 1 })).toEqual({});
});

test("where no session was ended, none is", () => {
  expect(lack({}, all, accountOf({ validSince: 0 }))).toEqual({});
});

test.each<[MarkedField, object]>([
  ["role", { claims: { role: "Admin" } }],
  ["disabled", { disabled: true }],
  ["sessions", { validSince: created + 1 }],
  ["credentials", { validSince: created + 1 }],
  ["account", {}],
  ["proof", {}],
])("a change of %s writes that and nothing else", (field, update) => {
  const wanted = { role: "Admin", disabled: true, revokedThrough: created };
  expect(lack(wanted, [field])).toEqual(update);
});

test("what an update writes is told", () => {
  expect(fieldsIn({ claims: {}, disabled: false, validSince: 1 })).toEqual([...all]);
  expect(fieldsIn({ disabled: false })).toEqual(["disabled"]);
  expect(fieldsIn({})).toEqual([]);
});

test("what is being changed is what any mark is on", () => {
  const { marks } = marksOn("role", "disabled");
  const other = { fields: ["sessions"], since: 0, closes: true } as const;
  const { state } = recordOf({ state: { marks: { ...marks, other } } });
  expect(markedFields(state)).toEqual(new Set(all));
  expect(markedFields(undefined)).toEqual(new Set());
});
