import { refuseRevoked, revokedThrough } from "../../../../src/accounts/sessions/revoked";
import type { StoredState } from "../../../../src/users/account-record";
import type { User } from "../../../../src/users/user-directory";
import { noState } from "../../../../testing/memory/records";

const mark = (closes: boolean) => ({ one: { fields: ["credentials" as const], since: 0, closes } });

test.each<[string, Partial<StoredState> | undefined, number]>([
  ["of which nothing is known", undefined, 0],
  ["to which nothing was done", {}, 0],
  ["whose sessions were all ended before", { validAfter: 6 }, 6],
  ["whose sessions were all ended since", { validAfter: 9 }, 9],
  ["one of whose other sessions was ended", { endedSessions: [5, 6] }, 0],
  ["whose very session was ended", { endedSessions: [6, 7], validAfter: 3 }, 7],
  ["that is closed", { marks: mark(true) }, 7],
  ["with another change under way", { marks: mark(false) }, 0],
])(
  "of an account %s, a session of second 7 has ended as far as it should",
  (_which, state, through) => {
    expect(revokedThrough(state && { ...noState, ...state }, 7)).toBe(through);
  },
);

test.each<
  [string, Partial<StoredState> | undefined, Partial<User> | undefined, string | undefined]
>([
  ["of which nothing is known", undefined, undefined, undefined],
  ["that is fine", {}, { disabled: false }, undefined],
  ["that is fine, without a state", undefined, { disabled: false }, undefined],
  ["that is deleted", { deleted: true, disabled: true }, undefined, "session-revoked"],
  ["that is disabled", {}, { disabled: true }, "user-disabled"],
  ["that is disabled, without a document", { disabled: true }, undefined, "user-disabled"],
  // The document counts.
  ["whose document says that it is enabled", { disabled: true }, { disabled: false }, undefined],
  ["whose sessions were ended in this second", { validAfter: 7 }, {}, "session-revoked"],
  ["whose sessions were ended since", { validAfter: 8 }, {}, "session-revoked"],
  ["whose sessions were ended before", { validAfter: 6 }, {}, undefined],
])("an account %s is refused, or not", (_which, state, user, code) => {
  const record = {
    state: state && { ...noState, ...state },
    user: user as User | undefined,
    version: "1",
  };
  const check = () => refuseRevoked(record, 7);
  if (code === undefined) expect(check).not.toThrow();
  else expect(check).toThrow(expect.objectContaining({ code }) as Error);
});
