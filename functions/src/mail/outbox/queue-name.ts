import { defaultParameters, type Environment } from "../../config";

/** The name under which index.ts exports the task function that sends what is in the outbox. */
const worker = "sendMail";

/**
 * Names the queue of the task function that was deployed along with the running function. Groups, prefixes and kits
 * rename all functions alike, so what they put before this one's name stands before the queue's, too.
 *
 * @param environment - usually `process.env`. The Firebase CLI sets `EVENTARC_CLOUD_EVENT_SOURCE` in what it deploys,
 *   and the Functions emulator `K_SERVICE` in its place; a script has neither.
 */
export function mailQueueName(environment: Environment): string {
  const { FUNCTIONS_REGION, FUNCTION_REGION, FUNCTION_TARGET = "" } = environment;
  // A kit has a parameter of the Firebase CLI for its region.
  const { FIREBASE_KIT_INSTANCE_ID: kit, FUNCTION_DEFAULT_REGION } = environment;
  const chosen = kit === undefined ? FUNCTIONS_REGION : FUNCTION_DEFAULT_REGION;
  const region = chosen ?? FUNCTION_REGION ?? defaultParameters().FUNCTIONS_REGION;
  const { EVENTARC_CLOUD_EVENT_SOURCE: source, K_SERVICE: service = "" } = environment;
  const name = source?.split("/").at(-1) ?? service;
  const exported = FUNCTION_TARGET.split(".").at(-1) ?? "";
  const prefix = exported !== "" && name.endsWith(exported) ? name.slice(0, -exported.length) : "";
  return `locations/${String(region)}/functions/${prefix}${worker}`;
}
