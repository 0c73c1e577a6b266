import { z } from "zod";
import { requireFresh } from "../../access/guards";
import type { StoredActivity } from "../../activity/activity";
import type { Invitation } from "../../invitations/invitation";
import { operation } from "../../operation/operation";
import type { Ports } from "../../ports";
import { ownAccount } from "./own-account";

const moment = z.iso.datetime();

const replies = z.object({
  exportedAt: moment,
  account: z.record(z.string(), z.unknown()).meta({ description: "What Firebase Auth keeps." }),
  user: z.record(z.string(), z.unknown()).meta({ description: "The document `users/{uid}`." }),
  state: z.object({ endedBefore: moment.nullable(), endedSessions: z.array(moment) }),
  sessions: z.array(
    z.object({
      id: z.string(),
      createdAt: moment,
      lastUsedAt: moment,
      expireAt: moment,
      device: z.string(),
      place: z.string(),
    }),
  ),
  activity: z.array(z.looseObject({ id: z.string(), at: moment })),
  invitation: z
    .object({ email: z.string(), by: z.string().nullable(), invitedAt: moment, endsAt: moment })
    .nullable(),
  mails: z.array(z.looseObject({ kind: z.string(), createdAt: moment, expireAt: moment })),
});

/** Reads all that is stored of the caller: what a deletion takes, but for hashes, sealed tokens and counters. */
export const exportMe = operation({
  name: "exportMe",
  summary: "Read all that is stored about oneself",
  accepts: z.strictObject({}),
  replies,
  refuses: ["user-not-found"],
  allows: requireFresh({ verifiedEmail: false }),
  strict: true,
  async run(_request, ports, context) {
    const { account, record } = await ownAccount(context, ports);
    const { uid, email: address } = account;
    const [kept, user, sessions, activity, invitation, mails] = await Promise.all([
      ports.accounts.export(uid),
      ports.users.export(uid),
      ports.sessions.list(uid),
      activityOf(uid, ports),
      ports.invitations.find(uid),
      ports.outbox.about({ uid, address }),
      ports.activity.add({ ...context.trace, outcome: "ok", userId: uid }),
    ]);
    const { validAfter = 0, endedSessions = [] } = record.state ?? {};
    return {
      exportedAt: iso(Date.now()),
      account: kept,
      user,
      state: {
        endedBefore: validAfter === 0 ? null : iso(validAfter * 1000),
        endedSessions: endedSessions.map((second) => iso(second * 1000)),
      },
      sessions: sessions.map(({ id, device, place, ...session }) => ({
        id,
        createdAt: iso(session.createdAt),
        lastUsedAt: iso(session.lastUsedAt),
        expireAt: iso(session.expireAt),
        device,
        place,
      })),
      activity: activity.map((entry) => ({ ...entry, at: iso(entry.at) })),
      invitation: invitation ? toInvitation(invitation) : null,
      mails: mails.map((mail) => ({
        ...mail,
        createdAt: mail.createdAt.toISOString(),
        expireAt: mail.expireAt.toISOString(),
      })),
    };
  },
});

const toInvitation = ({ email, by, invitedAt, endsAt }: Invitation) => ({
  ...{ email, by },
  invitedAt: iso(invitedAt),
  endsAt: iso(endsAt),
});

const iso = (milliseconds: number) => new Date(milliseconds).toISOString();

/** Entries that one query reads. */
const pageSize = 500;

async function activityOf(userId: string, { activity }: Pick<Ports, "activity">) {
  const all: StoredActivity[] = [];
  for (;;) {
    const page = await activity.list({ userId, limit: pageSize, after: all.at(-1)?.id });
    all.push(...page);
    if (page.length < pageSize) return all;
  }
}
