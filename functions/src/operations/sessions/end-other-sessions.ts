import { z } from "zod";
import { requireSignIn } from "../../access/guards";
import { actorOf } from "../../accounts/protocol/actor";
import { endOthers } from "../../accounts/sessions/living";
import { operation } from "../../operation/operation";
import { ownerOf } from "../me/own-account";

/**
 * Ends all of the caller's sessions except the current one. Those that Firebase's own SDK opened are not known
 * here.
 */
export const endOtherSessions = operation({
  name: "endOtherSessions",
  summary: "End all other sessions of one's own",
  accepts: z.strictObject({}),
  replies: z.null(),
  refuses: [],
  allows: requireSignIn({ verifiedEmail: false }),
  strict: true,
  async run(_request, ports, context) {
    const { userId, authTime } = ownerOf(context);
    await endOthers(userId, authTime, actorOf(context), ports);
    return null;
  },
});
