import { onSchedule } from "firebase-functions/scheduler";
import { onTaskDispatched } from "firebase-functions/tasks";
import {
  onUserCreated as onCreated,
  onUserDeleted as onDeleted,
} from "firebase-functions/identity";
import { accountCreated, accountDeleted } from "../auth/account-events";
import { sweep as sweepUp } from "../auth/sweep";
import { mailPorts, ports } from "../composition";
import { smtpUrl } from "../config";
import { toAccount } from "../identity/firebase-accounts";
import type { MailTask } from "../mail/firestore-outbox";
import { sendQueuedMail } from "../mail/worker";

/** Completes accounts that were made elsewhere. Retried until it succeeds. */
export const onUserCreated = onCreated({ retry: true }, async ({ data }) => {
  await accountCreated(toAccount(data), ports());
});

/** Ends what is left of accounts that were deleted elsewhere. Retried until it succeeds. */
export const onUserDeleted = onDeleted({ retry: true }, async ({ data }) => {
  await accountDeleted(data.uid, ports());
});

/** Finishes what was begun and not finished. */
export const sweep = onSchedule({ schedule: "every 5 minutes", retryCount: 0 }, () =>
  sweepUp(ports()),
);

/** Sends a mail of the outbox. */
export const sendMail = onTaskDispatched<MailTask>(
  {
    secrets: [smtpUrl],
    retryConfig: { maxAttempts: 10, minBackoffSeconds: 5, maxBackoffSeconds: 600 },
  },
  async ({ data }) => {
    await sendQueuedMail(data.id, await mailPorts());
  },
);
