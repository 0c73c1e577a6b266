import { createHash } from "node:crypto";

/** How many mails of one kind an address may get; 0 means no limit. */
export interface MailLimits {
  perMinute: number;
  perHour: number;
}

const minute = 60_000;
const hour = 60 * minute;

/**
 * Decides whether one more mail may be sent.
 *
 * @param sent - When the mails of the kind that were within it were requested, in milliseconds.
 * @returns The moments to remember, or `undefined` when the mail is over the limit.
 */
export function withinLimits(
  sent: readonly number[],
  requestedAt: number,
  { perMinute, perHour }: MailLimits,
): number[] | undefined {
  // A mail whose task ran late counts at the time of its request, and is compared with later ones as well.
  const near = sent.filter((at) => Math.abs(requestedAt - at) < hour);
  const nearest = near.filter((at) => Math.abs(requestedAt - at) < minute);
  const full = (mails: number[], limit: number) => limit > 0 && mails.length >= limit;
  if (full(near, perHour) || full(nearest, perMinute)) return undefined;
  return [...near, requestedAt];
}

/** How long a mail counts, in milliseconds. */
export const limitMemory = hour;

/**
 * Names the document that counts the mails of one kind to a mailbox (or a user). The name does not reveal the address.
 * What follows a `+` is ignored: with most providers `ada+1@…` and `ada+2@…` are the same mailbox.
 */
export function limitKey(kind: string, recipient: string): string {
  const mailbox = recipient.replace(/\+[^@]*@/, "@");
  return createHash("sha256").update(`${kind}\n${mailbox}`).digest("hex");
}
