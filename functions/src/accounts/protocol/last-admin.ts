import type { Instant } from "../../access/live/instant";
import type { Account } from "../../identity/accounts";
import type { AccountRecord } from "../../users/account-record";
import { AuthError } from "../../errors";
import { maxMilliseconds } from "./converge";
import { markedFields } from "./intent";
import type { ChangePorts } from "./ports";

/** The role that may administer users, and of which somebody who can act always remains. */
export const adminRole = "Admin";

/** How many Admins a transaction looks at: one of them who stays is enough. */
const enough = 3;

/** Admins beside a user who could act when they were looked up. */
export interface OtherAdmins {
  readonly uids: readonly string[];
  /** When the look-up began: too long ago for `staysActing`, when a change of then would be too late. */
  readonly since: Instant;
}

/** Accounts that one look-up finds. */
const pageSize = 100;

/** Says whether somebody is an enabled Admin by their documents. */
export function isActingAdmin({ state, user }: AccountRecord): boolean {
  return user?.role === adminRole && !user.disabled && state?.deleted !== true;
}

/** Says whether a change leaves an Admin none. */
export const isLostBy = (wanted: {
  readonly role?: string;
  readonly disabled?: boolean;
  readonly deleted?: object;
}): boolean =>
  wanted.deleted !== undefined ||
  wanted.disabled === true ||
  (wanted.role ?? adminRole) !== adminRole;

/**
 * Says whether an Admin who was found to be able to act still is: what they act with may have been changed since, which
 * takes no longer than `maxMilliseconds`.
 *
 * @param now - in milliseconds since 1970 by Firestore's clock.
 */
export function staysActing(record: AccountRecord, now: number): boolean {
  const { state } = record;
  const isUnderWay = markedFields(state).has("credentials");
  const isFresh = (state?.codesAfter ?? 0) > now - maxMilliseconds;
  return isActingAdmin(record) && !isUnderWay && !isFresh;
}

/** The refusal of what would leave nobody. */
export const lastAdmin = (): AuthError =>
  new AuthError("not-allowed", "The last Admin who can act must stay able to.");

/**
 * Names some Admins beside one user who can act: they exist at Firebase Auth, enabled, and verified where that is asked;
 * and by their documents nothing that they act with was changed just now.
 */
export async function adminsWhoCanAct(uid: string, ports: ChangePorts): Promise<OtherAdmins> {
  const { accounts, records, settings, clock } = ports;
  const since = clock.now();
  const others = (await records.holders(adminRole)).filter((holder) => holder !== uid);
  const uids: string[] = [];
  for (const page of slicesOf(others, pageSize)) {
    const found = await accounts.findMany(page);
    const able = found.filter((account) => canAct(account, settings)).map((account) => account.uid);
    for (const few of slicesOf(able, enough)) {
      uids.push(...(await thoseWhoStay(few, ports)));
      if (uids.length >= enough) return { uids: uids.slice(0, enough), since };
    }
  }
  return { uids, since };
}

function* slicesOf<Item>(items: readonly Item[], size: number) {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size);
}

/** Those whom a transaction will find able to act, unless something changes before it. */
async function thoseWhoStay(
  [first, ...others]: readonly string[],
  { records }: Pick<ChangePorts, "records">,
): Promise<readonly string[]> {
  if (first === undefined) return [];
  const uids = [first, ...others] as const;
  return records.transact(uids, (_, { of, readAt }) => ({
    result: uids.filter((admin) => staysActing(of(admin), readAt)),
  }));
}

export function canAct(
  { disabled, emailVerified }: Pick<Account, "disabled" | "emailVerified">,
  { requireVerifiedEmail }: Pick<ChangePorts["settings"], "requireVerifiedEmail">,
): boolean {
  return !disabled && (emailVerified || !requireVerifiedEmail);
}
