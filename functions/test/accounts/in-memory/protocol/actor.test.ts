import type { Caller } from "../../../../src/access/caller";
import type { AccountState } from "../../../../src/access/live/account-state";
import {
  actingUser,
  actorOf,
  changeEntry,
  disablingOf,
  refusalOf,
} from "../../../../src/accounts/protocol/actor";
import { AuthError } from "../../../../src/errors";
import { marksOn, recordOf } from "../../../../testing/memory/documents";

const trace = { action: "updateUser", by: "bob", device: "", place: "", requestId: "1" };
const bob: Caller = {
  ...{ kind: "user", userId: "bob", role: "Admin", email: null, emailVerified: true },
  ...{ authTime: 1, secondFactor: null },
};

/** What an operation's guard is asked about an acting user whose documents say this. */
async function asked(...args: Parameters<typeof recordOf>) {
  const states: (AccountState | undefined)[] = [];
  const recheck = (state: AccountState | undefined) => Promise.resolve(void states.push(state));
  await actingUser(actorOf({ caller: bob, recheck, trace }))?.recheck(recordOf(...args));
  return states;
}

test("a user acts as themselves; who holds a mailed code, and a server, as nobody", () => {
  const recheck = () => Promise.resolve();
  expect(actorOf({ caller: bob, recheck, trace })).toMatchObject({ uid: "bob", trace });
  for (const kind of ["anonymous", "server"] as const) {
    const actor = actorOf({ caller: { kind }, recheck, trace });
    expect(actor).toEqual({ trace });
    expect(actingUser(actor)).toBeUndefined();
  }
  expect(actingUser("server")).toBeUndefined();
});

test("a guard is asked again about what the documents of who acts say", async () => {
  const state = { validAfter: 7, endedSessions: [5] };
  expect(await asked({ state, user: { role: "Admin" } })).toMatchObject([
    { validAfter: 7, role: "Admin", endedSessions: [5] },
  ]);
  const plain = { disabled: false, deleted: false, closed: false, pending: false };
  expect(await asked()).toMatchObject([plain]);
  expect(await asked({ state: { deleted: true } })).toMatchObject([{ deleted: true }]);
  expect(await asked({ state: marksOn("role") })).toMatchObject([{ closed: false, pending: true }]);
  const closing = {
    a: { fields: [], since: 0, closes: false },
    b: { fields: [], since: 0, closes: true },
  };
  expect(await asked({ state: { marks: closing } })).toMatchObject([{ closed: true }]);
});

test("who acts and has no document has no role; the state says whether they are disabled", async () => {
  const gone = { user: true } as const;
  expect(await asked({ state: { disabled: true } }, gone)).toMatchObject([
    { role: null, disabled: true },
  ]);
  expect(await asked({ user: { disabled: true } })).toMatchObject([{ disabled: true }]);
  expect(await asked({ state: { disabled: true } })).toMatchObject([{ disabled: false }]);
  expect(await asked({}, { state: true, user: true })).toMatchObject([
    {
      ...{ validAfter: null, role: null, disabled: false, deleted: false },
      ...{ closed: false, pending: false, endedSessions: [] },
    },
  ]);
});

test("the trail says who asked for a change and how it ended; where nobody did, nothing", () => {
  const entry = { ...trace, userId: "ada" };
  expect(changeEntry("1", "ada", { trace })).toEqual({
    id: "1",
    entry: { ...entry, outcome: "ok" },
  });
  const refused = { outcome: "refused", code: "email-exists" } as const;
  const by = { uid: "bob", recheck: () => undefined, trace };
  expect(changeEntry("1", "ada", by, refused)).toEqual({
    id: "1",
    entry: { ...entry, ...refused },
  });
  expect(changeEntry("1", "ada", "server")).toBeUndefined();
});

test("a document says who disabled it, when and why, until it is enabled", () => {
  const by = { uid: "bob", recheck: () => undefined, trace: { ...trace, reason: "spam" } };
  const disabled = { disabled: true };
  expect(disablingOf(disabled, by, 9)).toEqual({ disabling: { at: 9, by: "bob", reason: "spam" } });
  const unsaid = { disabling: { at: 9, by: null, reason: null } };
  expect(disablingOf(disabled, { trace }, 9)).toEqual(unsaid);
  expect(disablingOf(disabled, "server", 9)).toEqual(unsaid);
  expect(Object.entries(disablingOf({ disabled: false }, by, 9))).toEqual([
    ["disabling", undefined],
  ]);
  expect(Object.entries(disablingOf({}, by, 9))).toEqual([]);
});

test("a check's refusal is kept to be thrown later; a bug in it is thrown at once", async () => {
  const refusal = new AuthError("not-allowed");
  const bug = new TypeError("x is undefined");
  expect(await refusalOf(() => Promise.reject(refusal))).toBe(refusal);
  expect(await refusalOf(() => Promise.resolve())).toBeUndefined();
  await expect(refusalOf(() => Promise.reject(bug))).rejects.toBe(bug);
});
