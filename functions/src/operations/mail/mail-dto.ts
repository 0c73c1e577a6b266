import { z } from "zod";
import { linkKinds, noticeKinds } from "../../mail/kinds";
import { mailStates } from "../../mail/outbox/entry";
import type { ListedMail } from "../../mail/outbox/admin/outbox-admin";

/** What one of the fields of a request names a state by. */
export const mailState = z.enum(mailStates, `must be one of ${mailStates.join(", ")}`);

/** An id as Firestore makes it for a mail. */
export const mailId = z.string().regex(/^[\w-]{1,64}$/, "must be the id of a mail");

export const mailExample = {
  id: "6bXh0PzWlYcRk2Qe4TgU",
  kind: "password-reset",
  state: "failed",
  userId: null,
  email: "ada@example.com",
  attempts: 1,
  reason: "EENVELOPE 550",
  createdAt: "2026-01-02T12:00:00.000Z",
  dueAt: null,
} as const;

/** A mail of the outbox as administrators see it: never what it says, nor the link that it brings. */
export const mailDto = z.object({
  id: z.string(),
  kind: z.enum([...linkKinds, ...noticeKinds]),
  state: z.enum(mailStates),
  userId: z.string().nullable().meta({ description: "Whom it is for, where that is an account." }),
  email: z.string().nullable().meta({ description: "Whom it is for, where that is an address." }),
  attempts: z.number().int().meta({ description: "How often a worker took it." }),
  reason: z.string().nullable().meta({
    description: "Why it failed, was dropped or must be tried again: a word or two.",
  }),
  createdAt: z.iso.datetime(),
  dueAt: z.iso.datetime().nullable().meta({
    description: "When it is looked at again at the latest; null where nothing is left to do.",
  }),
});

export function toMailDTO(mail: ListedMail): z.output<typeof mailDto> {
  const { id, kind, state, uid = null, address = null, attempts, reason, createdAt, dueAt } = mail;
  return {
    ...{ id, kind, state, userId: uid, email: address, attempts },
    reason: reason === "" ? null : reason,
    createdAt: createdAt.toISOString(),
    dueAt: dueAt?.toISOString() ?? null,
  };
}
