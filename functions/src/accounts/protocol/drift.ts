import type { Account } from "../../identity/accounts";
import type {
  AccountRecord,
  MarkedField,
  StateWrite,
  StoredState,
  UserWrite,
} from "../../users/account-record";
import type { User } from "../../users/user-directory";
import { documentFor, isAnonymous } from "../user-document";
import type { Names } from "../names";
import { fieldsIn, intentOf, markedFields, missing } from "./intent";

/** What ended sessions longer ago than an ID token lives (and five minutes) concerns no token that is still in date. */
const recentSeconds = 65 * 60;

/**
 * The differences between documents and account: what the documents do not know yet, and what Firebase Auth has
 * lost.
 */
export interface Drift {
  readonly state: StateWrite;
  readonly user?: UserWrite | undefined;
  readonly heals: readonly MarkedField[];
}

/**
 * Compares documents with an account that was looked at after they were read. What was done elsewhere is adopted
 * where it takes rights away; what was closed here stays closed.
 *
 * @param names - those that a provider gave in this very sign-in.
 */
export function driftOf(
  record: AccountRecord,
  account: Account,
  defaultRole: string,
  names?: Names,
): Drift | undefined {
  const { state, user } = record;
  if (isNewer(state, account)) return newGeneration(account, defaultRole, names);
  const marked = markedFields(state);
  if (state?.deleted) return marked.has("account") ? undefined : { state: {}, heals: ["account"] };
  if (!user) return { ...firstSight(account, defaultRole, names), heals: [] };
  const rights = rightsAfter(user, state, account, marked, defaultRole);
  const after = { ...user, ...rights };
  const stateNow: StateWrite = {
    ...revocation(state, account),
    ...disabling(user, state, account, marked),
    ...(isRoleUnknown(after, state, account) && { role: after.role }),
  };
  const update = { ...rights, ...address(user, account) };
  const intent = intentOf({ ...record, user: after });
  const lost = missing(intent, account, new Set(["role", "disabled", "sessions"]));
  const wrong = new Set(fieldsIn(lost));
  if (stateNow.validAfter !== undefined) wrong.add("sessions");
  const heals = [...wrong].filter((field) => !isMarked(field, marked));
  const hasUpdate = Object.keys(update).length > 0;
  if (heals.length === 0 && !hasUpdate && Object.keys(stateNow).length === 0) return undefined;
  return { state: stateNow, heals, user: hasUpdate ? { update } : undefined };
}

const isMarked = (field: MarkedField, marked: ReadonlySet<MarkedField>) =>
  marked.has(field) || (field === "sessions" && marked.has("credentials"));

/** An account that was made under the uid of one that is gone. */
function isNewer(state: StoredState | undefined, { createdAt }: Account): boolean {
  return state?.generation !== undefined && createdAt > state.generation;
}

function newGeneration(account: Account, defaultRole: string, names?: Names): Drift {
  const { user, state } = firstSight(account, defaultRole, names);
  const role = user.create.role;
  return {
    user,
    state: { ...state, role, deleted: false, generation: account.createdAt, erasing: null },
    heals: [],
  };
}

function firstSight(account: Account, defaultRole: string, names?: Names) {
  const create = documentFor(account, names, isAnonymous(account) ? null : defaultRole);
  const closed: StateWrite = account.disabled ? { disabled: true, disabledElsewhere: true } : {};
  return { user: { create }, state: closed };
}

/** A role for users who should have one and have none; and what was disabled elsewhere, or enabled there again. */
function rightsAfter(
  user: User,
  state: StoredState | undefined,
  account: Account,
  marked: ReadonlySet<MarkedField>,
  defaultRole: string,
): Partial<Pick<User, "role" | "disabled">> {
  const { disabled } = disabling(user, state, account, marked);
  return {
    ...(!user.role && !isAnonymous(account) && { role: defaultRole }),
    ...(disabled !== undefined && disabled !== user.disabled && { disabled }),
  };
}

/** While a change of `disabled` is under way, what Firebase Auth says of it may be from before or after. */
function disabling(
  user: User,
  state: StoredState | undefined,
  { disabled }: Account,
  marked: ReadonlySet<MarkedField>,
): Pick<StateWrite, "disabled" | "disabledElsewhere"> {
  if (marked.has("disabled")) return {};
  if (disabled && !user.disabled) {
    return { disabled, disabledElsewhere: true };
  }
  if (!disabled && user.disabled && state?.disabledElsewhere) {
    return { disabled, disabledElsewhere: false };
  }
  // The document was changed by hand.
  return state && state.disabled !== user.disabled ? { disabled: user.disabled } : {};
}

/** Sessions that were ended elsewhere. Our own revocations leave `validSince` one second after their own. */
function revocation(
  state: StoredState | undefined,
  { validSince, createdAt, asOf }: Account,
): Pick<StateWrite, "validAfter"> {
  const isOurs = validSince <= (state?.validAfter ?? 0) + 1;
  const isCreation = validSince <= Math.floor(createdAt / 1000);
  const isRecent = validSince > asOf - recentSeconds;
  return isOurs || isCreation || !isRecent ? {} : { validAfter: validSince };
}

/** Says whether tokens in circulation claim another role than the one that counts. */
function isRoleUnknown(
  { role }: Pick<User, "role">,
  state: StoredState | undefined,
  { claims }: Account,
): boolean {
  if (state?.role !== undefined) return state.role !== role;
  return typeof claims.role === "string" && claims.role !== role;
}

/** Firebase Auth has the true address; the document holds a copy. */
function address(
  user: User,
  { email, emailVerified }: Account,
): Partial<Pick<User, "email" | "emailVerified">> {
  return user.email === email && user.emailVerified === emailVerified
    ? {}
    : { email, emailVerified };
}
