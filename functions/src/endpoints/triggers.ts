import * as logger from "firebase-functions/logger";
import { onSchedule } from "firebase-functions/scheduler";
import { onTaskDispatched } from "firebase-functions/tasks";
import {
  onUserCreated as onCreated,
  onUserDeleted as onDeleted,
} from "firebase-functions/identity";
import { accountCreated, accountDeleted } from "../accounts/events";
import { sweep as sweepUp } from "../accounts/sweep";
import { database, mailPorts, outboxPorts, ports } from "../composition";
import type { SecretName } from "../config";
import { valueOr } from "../config/declare";
import { retries, workerSeconds } from "../mail/outbox/retry-policy";
import type { MailTask } from "../mail/outbox/mail-tasks";
import { upgradeFor } from "../upgrade/upgrade";
import { isDocumentId } from "../users/document-id";
import { sweepMails } from "../mail/outbox/sweep";
import { sendQueuedMail } from "../mail/delivery/worker";

/** Completes accounts that were made elsewhere. Retried until it succeeds. */
export const onUserCreated = onCreated({ retry: true }, async ({ data }) => {
  if (isUsable(data.uid)) await accountCreated(data.uid, ports());
});

/** Erasing an account's traces needs the server's keys, to find its counters. */
const secrets: SecretName[] = ["AUTH_KEYS"];

/** Ends what is left of accounts that were deleted elsewhere. Retried until it succeeds. */
export const onUserDeleted = onDeleted({ retry: true, secrets }, async ({ data }) => {
  if (!isUsable(data.uid)) return;
  const createdAt = Math.floor(Date.parse(data.metadata.creationTime) / 1000);
  await accountDeleted(data.uid, createdAt, ports());
});

/** An account with such an id has no document and no role, so there is nothing to do. */
function isUsable(uid: string): boolean {
  if (isDocumentId(uid)) return true;
  logger.error("Account refused", { problem: "its id is one that no document can have" });
  return false;
}

/** Finishes what was begun and not finished. */
export const sweep = onSchedule(
  { schedule: "every 5 minutes", retryCount: 0, secrets, timeoutSeconds: 120 },
  async () => {
    try {
      await sweepUp(ports());
    } finally {
      // Here, for it must begin once this version is deployed, and nobody else has the time.
      const changed = await upgradeFor(database(), 30_000);
      if (changed > 0) logger.info("Stored documents upgraded", { changed });
    }
  },
);

/** Sends a mail of the outbox. */
export const sendMail = onTaskDispatched<MailTask>(
  {
    secrets: ["SMTP_URL", "AUTH_KEYS"] satisfies SecretName[],
    // Tasks come in the name of the functions' service account. The default one may invoke every function, by a grant
    // that the CLI makes at the first deploy; one of the team's own may not, unless it is said here.
    invoker: valueOr("FUNCTIONS_SERVICE_ACCOUNT", "private"),
    retryConfig: retries,
    // So that a provider that comes back after an outage is not flooded.
    rateLimits: { maxConcurrentDispatches: 5 },
    timeoutSeconds: workerSeconds,
  },
  async ({ data: { id }, retryCount }) => {
    const { state, reason } = await sendQueuedMail(id, retryCount, await mailPorts());
    if (state === "failed") logger.error("Mail failed", { id, reason });
    else if (state === "dropped") logger.info("Mail dropped", { id, reason });
  },
);

/** Enqueues overdue mails again. */
export const sweepMail = onSchedule({ schedule: "every 5 minutes", retryCount: 0 }, async () => {
  const { queue, tasks } = outboxPorts();
  const count = await sweepMails(queue, tasks);
  if (count > 0) logger.warn("Mails had to be enqueued again", { count });
});
