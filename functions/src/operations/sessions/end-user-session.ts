import { z } from "zod";
import { endOne } from "../../accounts/sessions/living";
import { administratorsOnly } from "../../operation/administrator";
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
  async run({ userId, sessionId }, ports, { about, refuse }) {
    if (!(await endOne(userId, sessionId, ports))) throw refuse("session-not-found");
    about(userId);
    return null;
  },
});
