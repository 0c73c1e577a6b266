import { z } from "zod";
import { changeAccount } from "../../accounts/change-account";
import { awaitsOwner } from "../../accounts/invite";
import { actorOf } from "../../accounts/protocol/actor";
import { administratorsOnly } from "../../operation/administrator";
import * as fields from "../../operation/fields";
import { operation } from "../../operation/operation";

const accepts = z.strictObject({ userId: fields.userId });

/**
 * Withdraws an invitation that nobody has accepted, and deletes the account that was made for it: whoever has the
 * address could have a password mailed otherwise.
 */
export const withdrawInvitation = operation({
  name: "withdrawInvitation",
  summary: "Withdraw an invitation",
  accepts,
  replies: z.null(),
  refuses: ["user-not-found", "not-allowed", "changed-meanwhile"],
  ...administratorsOnly,
  async run({ userId }, ports, context) {
    const [account, invitation] = await Promise.all([
      ports.accounts.find(userId),
      ports.invitations.find(userId),
    ]);
    if (!invitation || !awaitsOwner(account)) throw context.refuse("user-not-found");
    context.about(userId);
    const deleted = { generation: account.createdAt };
    // Whoever accepts it at this moment keeps the account.
    const expects = ({ emailVerified }: { emailVerified: boolean }) => !emailVerified;
    await changeAccount(userId, { deleted, expects }, actorOf(context), ports);
    return null;
  },
});
