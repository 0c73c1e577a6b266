import type { AccountStates } from "../access/live/account-state";
import { accessTokens } from "../identity/platform/access-tokens";
import type { Database } from "../database";
import type { Project } from "./firebase-app";
import type { Accounts } from "../identity/accounts";
import { mailQueueProbe } from "../mail/outbox/cloud-mail-tasks";
import { mailQueueName } from "../mail/outbox/queue-name";
import { type Readiness, readiness } from "../readiness";
import { readSchema, requireServed } from "../upgrade/schema";

/** An id that no account has: looking it up costs as little as possible. */
const nobody = "readiness-probe";

/** Checks whether what a project's functions need can be reached, in the way that they use it. */
export function projectReadiness(
  firebase: Project,
  projectId: string,
  { states, accounts, database }: { states: AccountStates; accounts: Accounts; database: Database },
): Readiness {
  return readiness({
    // Documents that another version has changed can be reached, but not used.
    firestore: () => Promise.all([states.read(nobody), readSchema(database).then(requireServed)]),
    auth: () => accounts.find(nobody),
    queue: mailQueueProbe({
      projectId,
      queueName: mailQueueName(process.env),
      emulatorHost: process.env.CLOUD_TASKS_EMULATOR_HOST,
      accessToken: accessTokens(firebase),
    }),
  });
}
