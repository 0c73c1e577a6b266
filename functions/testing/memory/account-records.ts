import type { Invitations } from "../../src/invitations/invitation";
import type { RequestedMail } from "../../src/mail/outbox/outbox";
import type { SessionStore } from "../../src/sessions/session-store";
import type { AccountRecords } from "../../src/users/account-record";
import type { MemoryActivity } from "./activity";
import type { MemoryRecords } from "./records";

/** The documents of accounts, each transaction tried until nobody was faster. */
export function memoryAccountRecords(
  records: MemoryRecords,
  beside: {
    activity: Pick<MemoryActivity, "put">;
    invitations: Pick<Invitations, "remove">;
    sessions: Pick<SessionStore, "remove">;
    mails: RequestedMail[];
  },
  now: () => number,
): AccountRecords {
  const { activity, invitations, sessions, mails } = beside;
  const stored = new Map<string, RequestedMail>();
  const uidsWhere = (holds: (uid: string) => boolean) =>
    Promise.resolve(records.uids().filter(holds));

  return {
    read: (uid) => Promise.resolve(records.read(uid)),

    async transact(uids, decide) {
      for (;;) {
        const read = uids.map((uid) => records.read(uid));
        const of = (uid: string) => read[uids.indexOf(uid)]!;
        const step = await decide(of(uids[0]), { of, readAt: now() });
        if (!step.state && !step.user && !step.activity) return step.result;
        if (!records.isUnchanged(uids, read)) continue;
        records.write(uids[0], step);
        for (const { id, mail } of step.mails ?? []) {
          const former = mails.indexOf(stored.get(id)!);
          if (former >= 0) mails.splice(former, 1);
          if (!mail) continue;
          stored.set(id, mail);
          mails.push(mail);
        }
        if (step.endedSessions) await sessions.remove(uids[0], step.endedSessions);
        if (step.activity) await activity.put(step.activity.id, step.activity.entry);
        if (step.state?.codesAfter) await invitations.remove(uids[0]);
        return step.result;
      }
    },

    markedBefore: (moment) =>
      uidsWhere((uid) =>
        Object.values(records.read(uid).state?.marks ?? {}).some(({ since }) => since < moment),
      ),

    erasedBefore: (moment) =>
      uidsWhere((uid) => (records.read(uid).state?.erasing?.since ?? Infinity) < moment),

    holders: (role) =>
      uidsWhere((uid) => {
        const { user } = records.read(uid);
        return user?.role === role && !user.disabled;
      }),
  };
}
