import { z } from "zod";
import { livingSessions } from "../../accounts/sessions/living";
import { administratorsOnly } from "../../operation/administrator";
import * as fields from "../../operation/fields";
import { operation } from "../../operation/operation";
import { sessionDto, toSessionDTO } from "./session-dto";

/** Lists a user's sessions, newest first. */
export const listUserSessions = operation({
  name: "listUserSessions",
  summary: "Read a user's sessions",
  accepts: z.strictObject({ userId: fields.userId }),
  replies: z.array(sessionDto),
  refuses: ["user-not-found"],
  reads: true,
  ...administratorsOnly,
  async run({ userId }, ports, { about, caller, refuse }) {
    const [user, sessions] = await Promise.all([
      ports.users.find(userId),
      livingSessions(userId, ports),
    ]);
    if (!user) throw refuse("user-not-found");
    about(userId);
    const own = caller.kind === "user" && caller.userId === userId ? caller.authTime : undefined;
    return sessions.map((session) => toSessionDTO(session, own));
  },
});
