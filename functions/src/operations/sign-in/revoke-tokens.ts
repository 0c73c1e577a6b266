import { z } from "zod";
import { anyOf } from "../../access/combined-guards";
import { requireRole, requireUserId } from "../../access/guards";
import { changeAccount } from "../../accounts/change-account";
import { noticesOf } from "../../mail/notices";
import { actorOf } from "../../accounts/protocol/actor";
import * as fields from "../../operation/fields";
import { operation } from "../../operation/operation";

const accepts = z.strictObject({ userId: fields.userId });

/** Ends every session of a user: their access tokens are refused from now on, and their refresh tokens are worthless. */
export const revokeTokens = operation({
  name: "revokeTokens",
  summary: "End every session of a user",
  accepts,
  replies: z.null(),
  refuses: ["user-not-found"],
  allows: anyOf(
    // Whoever doubts that a session is theirs must be able to end it, verified or not.
    requireUserId((request: z.output<typeof accepts>) => request.userId, { verifiedEmail: false }),
    requireRole("Admin"),
  ),
  strict: true,
  async run({ userId }, ports, context) {
    const { caller } = context;
    if (!(await ports.accounts.find(userId))) throw context.refuse("user-not-found");
    context.about(userId);
    // Owners who end their own sessions need no mail.
    const byOwner = caller.kind === "user" && caller.userId === userId;
    const mails = byOwner ? [] : noticesOf({ event: "sessions-ended", uid: userId });
    await changeAccount(userId, { revokeSessions: true, mails }, actorOf(context), ports);
    return null;
  },
});
