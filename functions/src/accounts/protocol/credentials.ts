import { AuthError, isRefusal, unavailable } from "../../errors";
import type { AccountRecord, StateWrite } from "../../users/account-record";
import type { ChangeMail } from "../../users/change-mail";
import type { User } from "../../users/user-directory";
import { writtenMails } from "../../mail/notices";
import { actingUser, type Actor, changeEntry, refusalOf } from "./actor";
import { type Converged, isInTime, tooLate } from "./converge";
import { finish, type Marked } from "./change";
import { withdraw } from "./follow";
import { isActingAdmin, lastAdmin, type OtherAdmins, staysActing } from "./last-admin";
import { isOutdated, type MailedCode } from "./outdated";
import type { ChangePorts } from "./ports";

/** A change that Firebase Auth makes at a moment that it chooses, and that nobody can repeat for whoever began it. */
export interface CredentialChange {
  /** Makes it. A refusal means that nothing was changed; an outage that nobody knows. */
  readonly apply: () => Promise<void>;
  /** The code of the mailed link by which it is made. If it is outdated, nothing is changed. */
  readonly code?: MailedCode;
  /**
   * Must hold in the transaction that closes the account; otherwise the change is refused with `changed-meanwhile`.
   */
  readonly expects?: (user: User) => boolean;
  /** Where an Admin can no longer act after it: other Admins, of whom one must still be able to. */
  readonly otherAdmins?: OtherAdmins;
  /**
   * What is mailed of it, at once when Firebase Auth has made it. Where nobody knows whether it did, the sweeper sends
   * it: better once too often than never.
   */
  readonly mails?: readonly ChangeMail[];
  /** Whether it lets the owner in for the first time: their next sign-in is no news to them. */
  readonly isFirst?: true;
}

/**
 * Changes an address, a password, a provider or a factor. No session is good while it is under way, and
 * those begun before Firebase Auth acknowledged it have ended for good. A refusal ends nobody's session.
 *
 * @throws {AuthError} What `by` is refused with now; what `apply` throws; `user-disabled`, `user-not-found`;
 *   `unavailable`: nobody knows whether it was made, and the sweeper ends the sessions.
 */
export async function changeCredentials(
  uid: string,
  wanted: CredentialChange,
  by: Actor,
  ports: ChangePorts,
): Promise<Converged> {
  const { records, clock, outbox } = ports;
  const marked: Marked = {
    id: ports.newMarkId(),
    fields: ["credentials"],
    begun: clock.now(),
  };
  const mails = writtenMails(marked.id, wanted.mails);
  await close(uid, marked, wanted, by, ports);
  try {
    if (!isInTime(marked.begun, ports)) throw tooLate();
    await wanted.apply();
  } catch (error) {
    if (isRefusal(error)) {
      const taken = { mails: mails.map(({ id }) => ({ id, mail: null })) };
      await withdraw(uid, marked.id, error, by, ports, () => taken);
    }
    throw error;
  }
  await records.transact([uid], () => {
    // Sessions of until now have ended by their second, so that new ones may begin; older links are no longer good.
    const reopen = [marked.id];
    const first = wanted.isFirst && { awaitsSignIn: true };
    const state: StateWrite = { validAfter: "now", codesAfter: "now", reopen, ...first };
    return { result: undefined, state, activity: changeEntry(marked.id, uid, by) };
  });
  const [converged] = await Promise.all([finish(uid, marked, ports, true), outbox.hurry(mails)]);
  return converged;
}

async function close(
  uid: string,
  { id, fields }: Marked,
  { code, expects, otherAdmins, mails }: CredentialChange,
  by: Actor,
  ports: ChangePorts,
): Promise<void> {
  const actor = actingUser(by);
  const actors = actor ? [actor.uid] : [];
  const uids = [...new Set([uid, ...actors, ...(otherAdmins?.uids ?? [])])] as [
    string,
    ...string[],
  ];
  // This is all that is known until the outcome is written: the change may be made, and this process die before that.
  const activity = changeEntry(id, uid, by, { outcome: "failed", code: "unavailable" });
  const refusal = await ports.records.transact(uids, async (target, { of, readAt }) => {
    const refused = await refusalOf(async () => {
      await actor?.recheck(of(actor.uid));
      refuseClosed(target);
      if (code && isOutdated(code, target.state, readAt))
        throw new AuthError("action-code-invalid");
      // Perhaps by this very code, and perhaps without effect.
      if (code?.isOurs && isChanging(target)) throw unavailable("The account", changing);
      if (expects && !isAsExpected(target, expects)) throw new AuthError("changed-meanwhile");
      if (otherAdmins && !isInTime(otherAdmins.since, ports)) throw tooLate();
      const remains = otherAdmins?.uids.some((admin) => staysActing(of(admin), readAt)) ?? true;
      if (isActingAdmin(target) && !remains) throw lastAdmin();
    });
    if (refused) return { result: refused };
    const state: StateWrite = { mark: { id, fields, closes: true } };
    return { result: undefined, activity, state, mails: writtenMails(id, mails) };
  });
  if (refusal) throw refusal;
}

/** The outcome of another change of credentials is in no document yet. */
function isAsExpected(target: AccountRecord, expects: (user: User) => boolean): boolean {
  return !isChanging(target) && (!target.user || expects(target.user));
}

const isChanging = ({ state }: AccountRecord) =>
  Object.values(state?.marks ?? {}).some(({ closes }) => closes);

const changing = { problem: "another change of its credentials is under way" };

/** Nothing is changed in an account that is disabled or gone. */
function refuseClosed({ state, user }: AccountRecord): void {
  if (state?.deleted) throw new AuthError("user-not-found");
  if (user?.disabled ?? state?.disabled) throw new AuthError("user-disabled");
}
