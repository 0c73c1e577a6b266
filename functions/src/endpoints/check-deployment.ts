import { HttpsError } from "firebase-functions/https";
import { afterFirstDeploy, afterRedeploy, type TaskAction } from "firebase-functions/lifecycle";
import * as logger from "firebase-functions/logger";
import { onTaskDispatched } from "firebase-functions/tasks";
import { database, ports } from "../composition";
import { valueOr } from "../config/declare";

/**
 * Says in the log what a deployment lacks. It fails until nothing is missing, and is tried again for a quarter of an hour,
 * for an index takes minutes to be built. It changes nothing.
 */
export const checkDeployment = onTaskDispatched(
  {
    // As for mails: the task comes in the name of the functions' service account.
    invoker: valueOr("FUNCTIONS_SERVICE_ACCOUNT", "private"),
    retryConfig: { maxAttempts: 5, minBackoffSeconds: 60 },
    maxInstances: 1,
  },
  async () => {
    const [{ deploymentFindings }, { readSchema }] = await Promise.all([
      import("../operations/system/deployment-findings"),
      import("../upgrade/schema"),
    ]);
    const findings = await deploymentFindings(ports(), readSchema(database()));
    for (const finding of findings) logger.write(finding);
    const flaws = findings.filter(({ severity }) => severity !== "INFO");
    if (flaws.length === 0) return;
    const said = flaws.map(({ message, problem }) => problem ?? message).join("; ");
    throw new HttpsError("failed-precondition", said);
  },
);

/** The SDK's own handler takes a task that has `data`, and refuses any other. */
const task = (): TaskAction => ({ function: "checkDeployment", body: { data: {} } });

/** Has the Firebase CLI ask for the check after each deploy of the whole codebase, which can declare only one such hook. */
export function declareCheck(): void {
  afterFirstDeploy({ task: task() });
  afterRedeploy({ task: task() });
}
