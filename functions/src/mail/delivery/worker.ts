import { setTimeout as sleep } from "node:timers/promises";
import { AuthError, unavailable } from "../../errors";
import type { ActivityLog } from "../../activity/activity";
import type { Accounts } from "../../identity/accounts";
import type { IssuedCodes } from "../issued-codes/issued-codes";
import type { Invitations } from "../../invitations/invitation";
import { actionLink, codeIn, linkTo } from "../messages/action-link";
import { jitter, longestSend, retries } from "../outbox/retry-policy";
import type { LeasedMail, MailQueue, Outcome } from "../outbox/mail-queue";
import { type Mailer, NotAccepted } from "./mailer";
import type { MailContent, MessageWriter } from "../messages/message";
import {
  type InvitationKind,
  isInvitationKind,
  isLinkKind,
  type LinkKind,
  type MailKind,
} from "../kinds";
import { recipientOf, type Recipient, type RecipientPorts } from "./recipient";

export interface MailWorkerPorts extends RecipientPorts {
  queue: MailQueue;
  accounts: RecipientPorts["accounts"] &
    Pick<Accounts, "passwordResetLink" | "emailVerificationLink" | "emailChangeLink">;
  mailer: Mailer;
  issuedCodes: Pick<IssuedCodes, "note">;
  activity: Pick<ActivityLog, "put">;
  invitations: Pick<Invitations, "issue">;
  write: MessageWriter;
  /** The page that links lead to. */
  actionUrl: string;
  /** Milliseconds since 1970. Default: the computer's clock. */
  now?: () => number;
  /** Waits. Default: in real time. */
  wait?: (milliseconds: number) => Promise<unknown>;
}

/** What became of a task, for the log. */
export type MailOutcome = Outcome | { state: "done"; reason?: undefined };

/**
 * Runs one task: sends a mail of the outbox to the account's current address. The link is generated here and stored
 * nowhere. If nobody has the address, nothing is sent. However often the task runs, a mail that the provider accepted is
 * not sent again.
 *
 * With one exception: if the provider accepts a message and that is not recorded (the connection breaks before the
 * reply arrives, the worker is killed at that moment, Firestore is unreachable for longer than the lease), the mail is
 * sent again. The alternative would be to lose it, and somebody who is locked out would rather get it twice. Both copies
 * have the same `Message-ID`, so many mail clients show only one.
 *
 * @param retryCount - how many times the task has run before.
 * @throws {AuthError | NotAccepted} When the task is to be run again.
 */
export async function sendQueuedMail(
  id: string,
  retryCount: number,
  ports: MailWorkerPorts,
): Promise<MailOutcome> {
  const { queue, wait = sleep } = ports;
  await wait(jitter(retryCount));
  const mail = await queue.lease(id);
  if (mail === "done") return { state: "done" };
  if (mail === "over-limit") return { state: "dropped", reason: "over limit" };
  if (mail === "busy") throw unavailable("The mail", { reason: "another worker is sending it" });

  let failure: unknown;
  let outcome: Outcome;
  try {
    outcome = await deliver(mail, ports);
  } catch (error) {
    failure = error;
    outcome = outcomeOf(error, retryCount >= retries.maxAttempts - 1);
  }
  await finish(mail, outcome, ports);
  if (outcome.state === "queued") throw failure;
  return outcome;
}

const nobody: Outcome = { state: "dropped", reason: "nobody to send it to" };

async function deliver(mail: LeasedMail, ports: MailWorkerPorts): Promise<Outcome> {
  const { mailer, write, now = Date.now } = ports;
  const recipient = await recipientOf(mail, ports);
  if (!recipient) return nobody;
  const { id } = mail;
  const { kind } = recipient;
  const content: MailContent | undefined = isInvitationKind(kind)
    ? await invitationFor(kind, mail, recipient, ports)
    : isLinkKind(kind)
      ? { kind, link: await linkFor(kind, recipient, ports) }
      : { kind, at: mail.requestedAt, from: mail.from };
  if (!content) return nobody;
  await record(mail, recipient, ports);
  // An instance that was frozen in between may wake up when another worker has the mail.
  if (now() + longestSend > mail.leasedUntil) throw unavailable("The mail", { reason: "too late" });
  await mailer.send({ id, to: recipient.address, ...write(content, recipient) });
  return { state: "delivered" };
}

/** The operations by which anybody may request a mail. */
const actions: Partial<Record<MailKind, string>> = {
  "password-reset": "resetPassword",
  "email-verification": "sendEmailVerificationLink",
};

/**
 * Records in the trail that somebody requested a link. This happens here and not in the operation, which looks nobody up
 * and so takes equally long for unknown addresses. What is over the limit does not fill the trail.
 */
async function record(
  { id, from }: LeasedMail,
  { kind, uid }: Recipient,
  { activity }: Pick<MailWorkerPorts, "activity">,
): Promise<void> {
  const action = actions[kind];
  if (action === undefined || !from) return;
  const { device, place } = from;
  const trace = { action, by: null, device, place, requestId: "" };
  await activity.put(id, { ...trace, outcome: "ok", userId: uid ?? null });
}

/** Makes the link of an invitation, with a code of our own; none if it was accepted or withdrawn. */
async function invitationFor(
  kind: InvitationKind,
  { id, uid = "" }: LeasedMail,
  { address, locale }: Recipient,
  { actionUrl, invitations }: MailWorkerPorts,
): Promise<MailContent | undefined> {
  const issued = await invitations.issue(uid, address, id);
  if (!issued) return undefined;
  const code = { mode: "acceptInvitation", oobCode: issued.code };
  const link = linkTo(actionUrl, code, locale);
  return { kind, link, until: new Date(issued.endsAt) };
}

async function linkFor(
  kind: Exclude<LinkKind, InvitationKind>,
  { address, former, locale }: Recipient,
  { accounts, actionUrl, issuedCodes }: MailWorkerPorts,
): Promise<string> {
  const links: Record<typeof kind, () => Promise<string>> = {
    "password-reset": () => accounts.passwordResetLink(address),
    "email-verification": () => accounts.emailVerificationLink(address),
    "email-change": () => accounts.emailChangeLink(former, address),
  };
  const link = actionLink(await links[kind](), actionUrl, locale);
  // Before anybody can see it, because later changes make it outdated. A verification never is.
  if (kind !== "email-verification") await issuedCodes.note(codeIn(link));
  return link;
}

function outcomeOf(error: unknown, isLast: boolean): Outcome {
  // The account was deleted after it was looked up.
  if (error instanceof AuthError && error.code === "user-not-found") return nobody;
  const permanent = error instanceof NotAccepted && error.permanent;
  return { state: permanent || isLast ? "failed" : "queued", reason: reasonOf(error) };
}

/** A word or two, because messages of other services may contain an address or a link. */
function reasonOf(error: unknown): string {
  if (error instanceof NotAccepted) return error.reason;
  if (error instanceof AuthError) return error.code;
  return error instanceof Error ? error.name : "unknown";
}

/** Milliseconds between two attempts to record that a mail was delivered. */
const finishPause = 2_000;

/** Records a delivery. If that fails, the mail would be sent again, so it is retried for as long as the lease lasts. */
async function finish(
  mail: LeasedMail,
  outcome: Outcome,
  { queue, now = Date.now, wait = sleep }: MailWorkerPorts,
): Promise<void> {
  for (;;) {
    try {
      await queue.finish(mail, outcome);
      return;
    } catch (error) {
      if (outcome.state !== "delivered" || now() + finishPause > mail.leasedUntil) throw error;
      await wait(finishPause);
    }
  }
}
