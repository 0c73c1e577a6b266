import { z } from "zod";
import { requireSignIn } from "../../access/guards";
import { livingSessions } from "../../accounts/sessions/living";
import { operation } from "../../operation/operation";
import { ownerOf } from "../me/own-account";
import { sessionDto, toSessionDTO } from "./session-dto";

/** Lists the caller's sessions, newest first. Sessions that Firebase's own SDK opened are not among them. */
export const listSessions = operation({
  name: "listSessions",
  summary: "Read one's own sessions",
  accepts: z.strictObject({}),
  replies: z.array(sessionDto),
  refuses: [],
  allows: requireSignIn({ verifiedEmail: false }),
  reads: true,
  async run(_request, ports, context) {
    const { userId, authTime } = ownerOf(context);
    const sessions = await livingSessions(userId, ports);
    return sessions.map((session) => toSessionDTO(session, authTime));
  },
});
