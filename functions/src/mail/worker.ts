import { AuthError } from "../errors";
import type { Accounts } from "../identity/accounts";
import type { MailQueue } from "./firestore-outbox";
import type { Mailer } from "./mailer";
import { message } from "./message";
import type { MailKind } from "./outbox";

export interface MailWorkerPorts {
  queue: MailQueue;
  accounts: Pick<Accounts, "findByEmail" | "passwordResetLink" | "emailVerificationLink">;
  mailer: Mailer;
  appName: string;
}

/**
 * Sends one mail of the outbox: makes its link, which is stored nowhere, and mails it to the address
 * that the account has. For an address that nobody has it sends nothing. Rejects when it should be
 * tried again.
 */
export async function sendQueuedMail(id: string, ports: MailWorkerPorts): Promise<void> {
  const mail = await ports.queue.take(id);
  if (!mail) return;
  try {
    const sent = await send(mail.kind, mail.address, ports);
    await ports.queue.finish(id, sent ? "delivered" : "dropped");
  } catch (error) {
    await ports.queue.finish(id, "queued");
    throw error;
  }
}

async function send(
  kind: MailKind,
  address: string,
  { accounts, mailer, appName }: MailWorkerPorts,
): Promise<boolean> {
  const account = await accounts.findByEmail(address);
  if (!account?.email || account.disabled) return false;
  if (kind === "email-verification" && account.emailVerified) return false;
  try {
    const link = await (kind === "password-reset"
      ? accounts.passwordResetLink(account.email)
      : accounts.emailVerificationLink(account.email));
    await mailer.send(message(kind, account.email, link, appName));
    return true;
  } catch (error) {
    // Deleted since it was looked up.
    if (error instanceof AuthError && error.code === "user-not-found") return false;
    throw error;
  }
}
