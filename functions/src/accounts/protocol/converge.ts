import { elapsed, type Instant } from "../../access/live/instant";
import { type AuthError, unavailable } from "../../errors";
import type { Account, AccountUpdate } from "../../identity/accounts";
import type { MarkedField } from "../../users/account-record";
import type { User } from "../../users/user-directory";
import { type Intent, intentOf, missing } from "./intent";
import type { ChangePorts } from "./ports";

/** How often an account is written to before giving up on it. */
const maxWrites = 4;

/** Milliseconds after which a change sends nothing any more. */
export const maxMilliseconds = 60_000;

/** Says whether a change that began then may still send something: an instance that was frozen would send outdated values. */
export const isInTime = (begun: Instant, { clock }: Pick<ChangePorts, "clock">): boolean =>
  elapsed(begun, clock.now()) <= maxMilliseconds;

/** What a change is answered with that took longer. */
export const tooLate = (): AuthError =>
  unavailable("Firebase Auth", { problem: "a change took too long" });

/** What an account was made to be. */
export interface Converged {
  readonly intent: Intent;
  /** The document as it was read then. */
  readonly user: User | undefined;
  /** As it was read back; `undefined` when there is none. */
  readonly account: Account | undefined;
  /** The creation time of the account that the state was about then, in milliseconds since 1970; `undefined` if unknown. */
  readonly generation: number | undefined;
  /** When it was first looked at, in seconds since 1970 by Firebase Auth's clock; 0 when there is none. */
  readonly seenAt: number;
}

/**
 * Makes an account at Firebase Auth as its documents intend, and reads it back. Only the fields of its own change
 * are written: the intent of another change may be different by the time this write arrives, and nobody would look
 * again. Repeating it, or running it beside others, does no harm. Nothing else writes to Firebase Auth what the
 * documents decide.
 *
 * @param begun - when the change began that this is part of.
 * @throws {AuthError} `unavailable`.
 */
export async function converge(
  uid: string,
  fields: readonly MarkedField[],
  begun: Instant,
  ports: ChangePorts,
): Promise<Converged> {
  const { accounts, clock } = ports;
  let seenAt = 0;
  for (let writes = 0; writes <= maxWrites; writes += 1) {
    const { account, removes, update, ...seen } = await look(uid, fields, ports);
    if (account) seenAt ||= account.asOf;
    if (!account || (!removes && Object.keys(update).length === 0)) {
      return { ...seen, account, seenAt };
    }
    // Firebase may refuse a time in the future; that second must be over before it is asked again.
    if (writes > 0 && update.validSince !== undefined) {
      await clock.pass(seen.intent.revokedThrough, account.asOf);
    }
    if (!isInTime(begun, ports)) throw tooLate();
    await (removes ? accounts.remove(uid) : accounts.update(uid, update));
  }
  throw unavailable("Firebase Auth", {
    problem: "an account does not become what was written to it",
  });
}

/** What an account is, and what some of its fields lack to be as intended. */
export interface Looked extends Omit<Converged, "seenAt"> {
  readonly removes: boolean;
  readonly update: AccountUpdate;
}

/** Looks at an account and its documents, and writes nothing. */
export async function look(
  uid: string,
  fields: readonly MarkedField[],
  { accounts, records }: Pick<ChangePorts, "accounts" | "records">,
): Promise<Looked> {
  const marked = new Set(fields);
  const reading = records.read(uid);
  // In this order, so that what others did to an address before the documents were read is seen at Firebase Auth.
  if (marked.has("credentials")) await reading;
  const [record, seen] = await Promise.all([reading, accounts.find(uid)]);
  // One that is gone may have been made again before the documents were read.
  const account = seen ?? (await accounts.find(uid));
  const { user } = record;
  const { generation } = record.state ?? {};
  const intent = intentOf(record);
  const removes = account !== undefined && intent.deleted && isAbout(generation, account);
  const update = account && !removes ? missing(intent, account, marked) : {};
  return { intent, user, account, generation, removes, update };
}

/** Says whether a state is about this account, and not about one that had its uid before. */
export function isAbout(generation: number | undefined, { createdAt }: Account): boolean {
  return generation === undefined || generation === createdAt;
}
