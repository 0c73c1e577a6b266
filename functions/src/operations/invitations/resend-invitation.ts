import { z } from "zod";
import { awaitsOwner, invite } from "../../accounts/invite";
import { actorOf } from "../../accounts/protocol/actor";
import { administratorsOnly } from "../../operation/administrator";
import * as fields from "../../operation/fields";
import { operation } from "../../operation/operation";

const accepts = z.strictObject({ userId: fields.userId });

/**
 * Invites a user again, for as long as the first time. The code that was mailed before is good until the new one is
 * mailed, for mails to one address are limited.
 */
export const resendInvitation = operation({
  name: "resendInvitation",
  summary: "Invite a user again",
  accepts,
  replies: z.null(),
  refuses: ["user-not-found"],
  ...administratorsOnly,
  async run({ userId }, ports, context) {
    const account = await ports.accounts.find(userId);
    if (!account) throw context.refuse("user-not-found");
    if (!awaitsOwner(account) || account.disabled) {
      throw context.refuse(
        "invalid-request",
        "userId: must be of an enabled user without a password",
      );
    }
    context.about(userId);
    await Promise.all([
      invite(account, actorOf(context), ports),
      ports.activity.add({ ...context.trace, outcome: "ok", userId }),
    ]);
    return null;
  },
});
