import type { App } from "firebase-admin/app";
import type { AccountStates } from "../access/live/account-state";
import { accessTokens } from "../identity/access-tokens";
import type { Accounts } from "../identity/accounts";
import { mailQueueProbe } from "../mail/outbox/cloud-mail-tasks";
import { mailQueueName } from "../mail/outbox/queue-name";
import { type Readiness, readiness } from "../readiness";

/** An id that no account has: looking it up costs as little as possible. */
const nobody = "readiness-probe";

/** Checks whether what a project's functions need can be reached, in the way that they use it. */
export function projectReadiness(
  firebase: App,
  projectId: string,
  { states, accounts }: { states: AccountStates; accounts: Accounts },
): Readiness {
  return readiness({
    firestore: () => states.read(nobody),
    auth: () => accounts.find(nobody),
    queue: mailQueueProbe({
      projectId,
      queueName: mailQueueName(process.env),
      emulatorHost: process.env.CLOUD_TASKS_EMULATOR_HOST,
      accessToken: accessTokens(firebase),
    }),
  });
}
