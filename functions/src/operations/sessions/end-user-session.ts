import { z } from "zod";
import { endOne } from "../../accounts/sessions/living";
import { administratorsOnly } from "../../operation/administrator";
import { actorOf } from "../../accounts/protocol/actor";
import * as fields from "../../operation/fields";
import { operation } from "../../operation/operation";

/** Ends one session of a user, and with it those that began in the same second. */
export const endUserSession = operation({
  name: "endUserSession",
  summary: "End one session of a user",
  accepts: z.strictObject({ userId: fields.userId, sessionId: fields.sessionId }),
  replies: z.null(),
  refuses: ["session-not-found"],
  ...administratorsOnly,
  async run({ userId, sessionId }, ports, context) {
    const isEnded = await endOne(userId, sessionId, actorOf(context), ports);
    if (!isEnded) throw context.refuse("session-not-found");
    context.about(userId);
    return null;
  },
});
