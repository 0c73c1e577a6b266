import {
  type AuthBlockingEvent,
  beforeUserCreated as beforeCreated,
  beforeUserSignedIn as beforeSignedIn,
} from "firebase-functions/identity";
import { checkSignIn, checkSignUp, type Blocked } from "../accounts/blocking";
import { portsOnDemand } from "../composition/on-demand";
import type { SecretName } from "../config";
import { valueIsNot } from "../config/declare";
import { lowerCased } from "../email-address";
import { isDocumentId } from "../users/document-id";
import type { Ports } from "../ports";
import { logRequest } from "./security-log";
import { codeOf, logFailure, toHttpsError } from "./wire";

type BlockingFunction = ReturnType<typeof beforeCreated>;

/** Identity Platform has room for one function of each kind, and wants to be there first: only who asks for them gets them. */
const options = {
  omit: valueIsNot("BLOCKING_FUNCTIONS", "on"),
  secrets: ["AUTH_KEYS"] satisfies SecretName[],
};

/** Makes the two functions. */
export const blockingFunctions = (
  ports: () => Ports | Promise<Ports> = portsOnDemand,
): Record<"beforeUserCreated" | "beforeUserSignedIn", BlockingFunction> => ({
  beforeUserCreated: beforeCreated(options, async (event) =>
    answer("beforeUserCreated", event, async (who) => checkSignUp(who, await ports())),
  ),
  beforeUserSignedIn: beforeSignedIn(options, async (event) =>
    answer("beforeUserSignedIn", event, async (who) => checkSignIn(who, await ports())),
  ),
});

/** Lets a sign-up or sign-in go on by returning. A refusal has its line in the log, and reaches the client inside Firebase's own. */
async function answer(
  operation: string,
  { data, eventId: requestId, eventType, ipAddress, userAgent }: AuthBlockingEvent,
  check: (who: Blocked) => Promise<void>,
): Promise<void> {
  const byPassword = eventType.endsWith(":password");
  const email = data?.email === undefined ? undefined : lowerCased(data.email);
  try {
    await check({ email, byPassword, ipAddress, userAgent });
  } catch (error) {
    logFailure(error, { requestId });
    const target = data && isDocumentId(data.uid) ? data.uid : undefined;
    logRequest({ requestId, operation, target, code: codeOf(error) });
    throw toHttpsError(error);
  }
}
