import { z } from "zod";
import { mailStates } from "../../mail/outbox/entry";

export const checkNames = [
  "parameters",
  "firestore",
  "auth",
  "queue",
  "liveState",
  "schema",
  "indexes",
  "clock",
  "mail",
] as const;

const count = z.number().int();
const time = z.iso.datetime().nullable();

/** The state of the system as administrators see it. */
export const systemDto = z.object({
  checks: z.array(
    z.object({
      name: z.enum(checkNames),
      outcome: z.enum(["ok", "failed", "unknown"]),
      reason: z.string().nullable().meta({ description: "Why it failed, in a word or two." }),
    }),
  ),
  liveState: z.object({
    ageMilliseconds: z.number().nullable().meta({
      description: "Of the instance that answers; null before it has read any.",
    }),
    entries: count.meta({ description: "Accounts that it holds in memory." }),
    changesInLastHour: count.nullable(),
  }),
  pending: z.object({
    count: count.meta({ description: "Changes of accounts that were begun and not finished." }),
    oldestAt: time,
  }),
  mails: z.object({
    counts: z.object(
      Object.fromEntries(mailStates.map((state) => [state, count])) as Record<
        (typeof mailStates)[number],
        typeof count
      >,
    ),
    overdueSince: time.meta({ description: "Where one is, the sweeper does not run." }),
  }),
  limits: z.array(z.object({ name: z.string(), count })).meta({
    description: "How many addresses, devices and networks are over which limit now.",
  }),
  versions: z.object({ backend: z.string(), node: z.string(), schema: count }),
});

const ok = { outcome: "ok", reason: null } as const;

export const systemExample: z.output<typeof systemDto> = {
  checks: checkNames.map((name) => ({ name, ...ok })),
  liveState: { ageMilliseconds: 420, entries: 12, changesInLastHour: 7 },
  pending: { count: 1, oldestAt: "2026-01-02T12:00:00.000Z" },
  mails: {
    counts: { queued: 1, sending: 0, delivered: 512, failed: 2, dropped: 9 },
    overdueSince: null,
  },
  limits: [{ name: "sign-in-account", count: 3 }],
  versions: { backend: "0.1.0+1f2e3d4c5b6a", node: "v22.20.0", schema: 2 },
};
