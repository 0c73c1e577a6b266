import type { Account } from "../../src/identity/accounts";
import type { AccountRecord, MarkedField, StoredState } from "../../src/users/account-record";
import type { User } from "../../src/users/user-directory";
import { noState } from "./records";

/** When the account of these documents was created, in seconds since 1970. */
export const created = 1_700_000_000;

/** An account at Firebase Auth, looked at ten days after it was created: what `documentOf` and `stateOf` say is true of it. */
export const accountOf = (more: Partial<Account> = {}): Account => ({
  uid: "ada",
  email: "ada@example.com",
  emailVerified: true,
  disabled: false,
  displayName: "Ada Lovelace",
  createdAt: created * 1000,
  validSince: created,
  providers: ["password"],
  claims: { role: "User" },
  hasSecondFactor: false,
  secondFactors: [],
  lastSignInAt: null,
  lastSeenAt: null,
  asOf: created + 10 * 24 * 60 * 60,
  ...more,
});

/** Its `users/{uid}`. */
export const documentOf = (more: Partial<User> = {}): User => ({
  id: "ada",
  firstName: "Ada",
  lastName: "Lovelace",
  email: "ada@example.com",
  emailVerified: true,
  role: "User",
  disabled: false,
  locale: null,
  signUpMethod: "PASSWORD",
  ...more,
});

/** Its `authState/{uid}`. */
export const stateOf = (more: Partial<StoredState> = {}): StoredState => ({
  ...noState,
  role: "User",
  generation: created * 1000,
  ...more,
});

/** Both documents, with what a test is about changed in them; `undefined` for one that is not there. */
export const recordOf = (
  { state = {}, user = {} }: { state?: Partial<StoredState>; user?: Partial<User> } = {},
  missing: { state?: true; user?: true } = {},
): AccountRecord => ({
  state: missing.state ? undefined : stateOf(state),
  user: missing.user ? undefined : documentOf(user),
  version: "1",
});

/** A change under way. */
export const marksOn = (...fields: MarkedField[]): Pick<StoredState, "marks"> => ({
  marks: { another: { fields, since: 0, closes: false } },
});
