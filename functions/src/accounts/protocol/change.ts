import type { Instant } from "../../access/live/instant";
import { AuthError } from "../../errors";
import type { AccountRecord, MarkedField, StateWrite, UserWrite } from "../../users/account-record";
import type { ChangeMail } from "../../users/change-mail";
import type { User } from "../../users/user-directory";
import { writtenMails } from "../../mail/notices";
import { actingUser, type Actor, changeEntry, disablingOf, refusalOf } from "./actor";
import { converge, type Converged, isInTime, tooLate } from "./converge";
import { addressOf, gone, isThere, toErase } from "./follow";
import { isSameIntent, intentOf } from "./intent";
import {
  adminsWhoCanAct,
  isActingAdmin,
  isLostBy,
  lastAdmin,
  type OtherAdmins,
  staysActing,
} from "./last-admin";
import type { ChangePorts } from "./ports";

/** What is to change in an account. What is not named stays. */
export interface AccountChange {
  readonly role?: string;
  readonly disabled?: boolean;
  /** The creation time of the account that is to go, and no other that has its uid. */
  readonly deleted?: { readonly generation: number };
  /** Ends every session begun until now. */
  readonly revokeSessions?: true;
  /** Must hold in the transaction that writes; otherwise the change is refused with `changed-meanwhile`. */
  readonly expects?: (user: User) => boolean;
  readonly profile?: Partial<Pick<User, "firstName" | "lastName" | "locale">>;
  /** What is mailed of it, stored with the intent. */
  readonly mails?: readonly ChangeMail[];
}

/** A change under way: its mark, and what the mark is on. */
export interface Marked {
  readonly id: string;
  readonly fields: readonly MarkedField[];
  readonly begun: Instant;
}

/**
 * Changes an account: first the intent and a mark of its own, in one transaction from whose commit on the intent
 * decides everywhere; then Firebase Auth; then the mark is removed.
 *
 * @throws {AuthError} What `by` is refused with now; `user-not-found`; `not-allowed` when nobody could act as Admin
 *   any more; `unavailable`: the change may have been made, and asking again finishes it.
 */
export async function change(
  uid: string,
  wanted: AccountChange,
  by: Actor,
  ports: ChangePorts,
): Promise<void> {
  const marked = { id: ports.newMarkId(), fields: fieldsOf(wanted), begun: ports.clock.now() };
  await intend(uid, wanted, marked, by, ports);
  if (marked.fields.length === 0) return;
  const [{ account }] = await Promise.all([
    finish(uid, marked, ports, marked.fields.includes("sessions")),
    ports.outbox.hurry(writtenMails(marked.id, wanted.mails)),
  ]);
  if (!account && !wanted.deleted) throw new AuthError("user-not-found");
}

function fieldsOf({ role, disabled, deleted, revokeSessions }: AccountChange): MarkedField[] {
  return [
    ...(deleted ? (["account"] as const) : []),
    ...(role === undefined ? [] : (["role"] as const)),
    ...(disabled === undefined ? [] : (["disabled"] as const)),
    ...(revokeSessions || disabled ? (["sessions"] as const) : []),
  ];
}

type Outcome = "written" | { readonly refusal: AuthError | undefined };

/** The transaction in which everything is decided. */
async function intend(
  uid: string,
  wanted: AccountChange,
  marked: Marked,
  by: Actor,
  ports: ChangePorts,
): Promise<void> {
  let admins: OtherAdmins | undefined;
  for (;;) {
    const actor = actingUser(by);
    const actors = actor ? [actor.uid] : [];
    const uids = [...new Set([uid, ...actors, ...(admins?.uids ?? [])])] as [string, ...string[]];
    const outcome = await ports.records.transact<Outcome>(uids, async (target, { of, readAt }) => {
      const refusal = await refusalOf(async () => {
        await actor?.recheck(of(actor.uid));
        if (!isThere(target, wanted)) throw new AuthError("user-not-found");
        if (target.user && wanted.expects?.(target.user) === false) {
          throw new AuthError("changed-meanwhile");
        }
      });
      if (refusal) return { result: { refusal } };
      const loses = isActingAdmin(target) && isLostBy(wanted);
      const known = admins && isInTime(admins.since, ports) ? admins.uids : undefined;
      const remains = known?.some((admin) => staysActing(of(admin), readAt));
      if (loses && !remains) return { result: { refusal: known ? lastAdmin() : undefined } };
      const activity = changeEntry(marked.id, uid, by);
      const mails = writtenMails(marked.id, wanted.mails);
      const disabling = disablingOf(wanted, by, readAt);
      return { result: "written", activity, mails, ...writesOf(wanted, marked, target, disabling) };
    });
    if (outcome === "written") return;
    // Thrown here and not in the transaction, which would then be retried.
    if (outcome.refusal) throw outcome.refusal;
    admins = await adminsWhoCanAct(uid, ports);
  }
}

function writesOf(
  { role, disabled, deleted, revokeSessions, profile }: AccountChange,
  { id, fields }: Marked,
  before: AccountRecord,
  disabling: Pick<User, "disabling">,
): { state?: StateWrite; user?: UserWrite } {
  const rights = {
    ...(role !== undefined && { role }),
    ...(disabled !== undefined && { disabled }),
  };
  const update = { ...rights, ...disabling, ...profile };
  return {
    ...(fields.length > 0 && {
      state: {
        ...rights,
        // What was disabled here is only enabled here.
        ...(disabled !== undefined && { disabledElsewhere: false }),
        ...(deleted && { deleted: true, ...deleted, ...toErase(before) }),
        ...((deleted ?? disabled ?? revokeSessions) && { validAfter: "now" as const }),
        mark: { id, fields },
      },
    }),
    ...(deleted
      ? { user: { remove: true as const } }
      : Object.keys(update).length > 0 && { user: { update } }),
  };
}

/**
 * Brings Firebase Auth in line and clears the mark, once what the account became is still what is intended.
 *
 * @param revokes - whether this very change ends the sessions begun until now.
 * @throws {AuthError} `unavailable`: the mark stays, and the sweeper goes on.
 */
export async function finish(
  uid: string,
  marked: Marked,
  ports: ChangePorts,
  revokes = false,
): Promise<Converged> {
  const { fields, begun } = marked;
  // A session may have begun by Firebase Auth's clock when Firestore's still showed the second before.
  let raises = revokes;
  while (isInTime(begun, ports)) {
    const converged = await converge(uid, fields, begun, ports);
    if (await clear(uid, marked, converged, raises ? converged.seenAt : 0, ports)) return converged;
    raises = false;
  }
  throw tooLate();
}

/**
 * Clears a change's own mark. Returns `false` if the intent has changed, and Firebase Auth must follow that first.
 */
function clear(
  uid: string,
  { id, fields }: Marked,
  { intent: written, user, account, generation: seen }: Converged,
  revokedThrough: number,
  { records }: ChangePorts,
): Promise<boolean> {
  return records.transact([uid], (record) => {
    // Whoever saw an account since has said which.
    if (!account && record.state?.generation !== seen) return { result: false };
    if (!account) return { result: true, ...gone(record, [id]) };
    const intent = intentOf(record);
    if (revokedThrough > intent.revokedThrough) {
      return { result: false, state: { validAfter: revokedThrough } };
    }
    if (!isSameIntent(fields, intent, written)) return { result: false };
    const generation = record.state?.generation ?? account.createdAt;
    return {
      result: true,
      state: { generation, unmark: [id] },
      user: fields.includes("credentials") ? addressOf(record, { user, account }) : undefined,
    };
  });
}
