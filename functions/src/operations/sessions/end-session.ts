import { z } from "zod";
import { requireSignIn } from "../../access/guards";
import { endOne } from "../../accounts/sessions/living";
import { actorOf } from "../../accounts/protocol/actor";
import * as fields from "../../operation/fields";
import { operation } from "../../operation/operation";
import { ownerOf } from "../me/own-account";

/**
 * Ends one of the caller's sessions, and with it those that began in the same second. It can't be renewed any more,
 * and its access tokens are refused from now on.
 */
export const endSession = operation({
  name: "endSession",
  summary: "End one of one's own sessions",
  accepts: z.strictObject({ sessionId: fields.sessionId }),
  replies: z.null(),
  refuses: ["session-not-found"],
  allows: requireSignIn({ verifiedEmail: false }),
  strict: true,
  async run({ sessionId }, ports, context) {
    const { userId } = ownerOf(context);
    if (await endOne(userId, sessionId, actorOf(context), ports)) return null;
    throw context.refuse("session-not-found");
  },
});
