import type { AuthError } from "../../errors";
import type { Account } from "../../identity/accounts";
import type { AccountRecord, StateWrite, Step, UserWrite } from "../../users/account-record";
import type { User } from "../../users/user-directory";
import { type Actor, changeEntry } from "./actor";
import type { ChangePorts } from "./ports";

/** Deleting and ending sessions need no document; whatever else is changed stands in one. */
export function isThere(
  { state, user }: AccountRecord,
  wanted: { deleted?: object; role?: string; disabled?: boolean; profile?: object },
): boolean {
  if (wanted.deleted) return true;
  if (state?.deleted) return false;
  const needsDocument =
    wanted.role !== undefined || wanted.disabled !== undefined || wanted.profile !== undefined;
  return user !== undefined || !needsDocument;
}

/**
 * What the documents say once an account is gone, whoever deleted it. It may never have been made, so the address in its
 * document may be somebody else's.
 */
export function gone(
  { state }: AccountRecord,
  unmark: readonly string[] = [],
): { state: StateWrite; user: UserWrite } {
  const generation = state?.generation ?? 0;
  const isNew = { deleted: true, validAfter: "now" as const, erasing: { address: null } };
  const deleted = !state?.deleted && isNew;
  return { state: { ...deleted, generation, unmark }, user: { remove: true } };
}

/** What a deletion has still to remove beside the documents. A repeated deletion knows no more than the first one. */
export function toErase({ state, user }: AccountRecord): Pick<StateWrite, "erasing"> {
  return state?.deleted ? {} : { erasing: { address: user?.email ?? null } };
}

/**
 * Copies the address into the document: Firebase Auth has the true one. Not where somebody else copied it since the
 * account was looked at.
 *
 * @param before - the document as it was read before that.
 */
export function addressOf(
  { user }: AccountRecord,
  { user: before, account }: { user: User | undefined; account: Account },
): UserWrite | undefined {
  if (!user || !before || !haveSameAddress(user, before)) return undefined;
  const { email, emailVerified } = account;
  return haveSameAddress(user, account) ? undefined : { update: { email, emailVerified } };
}

type Address = Pick<Account, "email" | "emailVerified">;

const haveSameAddress = (one: Address, other: Address) =>
  one.email === other.email && one.emailVerified === other.emailVerified;

/**
 * Withdraws a change that Firebase Auth refused: the trail says so, and the change's own mark is removed.
 *
 * @param writes - what to write instead of only removing the mark.
 */
export function withdraw(
  uid: string,
  id: string,
  { code }: AuthError,
  by: Actor,
  { records }: ChangePorts,
  writes?: (record: AccountRecord) => Pick<Step<void>, "state" | "user" | "mails">,
): Promise<void> {
  const activity = changeEntry(id, uid, by, { outcome: "refused", code });
  return records.transact([uid], (record) => ({
    result: undefined,
    activity,
    state: { unmark: [id] },
    ...writes?.(record),
  }));
}
