import { z } from "zod";
import { changeAccount } from "../../accounts/change-account";
import { noticesOf } from "../../mail/notices";
import { actorOf } from "../../accounts/protocol/actor";
import * as fields from "../../operation/fields";
import { operation } from "../../operation/operation";
import { confirmPassword, freshOrPassword, passwordRefusals } from "./current-password";
import { ownAccount } from "./own-account";

const accepts = z.strictObject({ currentPassword: fields.password.optional() });

/**
 * Deletes the caller's account, and all that is kept about them. The last Admin who can act stays. What can't be reached
 * now, the sweeper removes within minutes.
 */
export const deleteMe = operation({
  name: "deleteMe",
  summary: "Delete one's own account",
  accepts,
  replies: z.null(),
  refuses: [...passwordRefusals, "user-not-found", "not-allowed"],
  allows: freshOrPassword,
  strict: true,
  async run({ currentPassword }, ports, context) {
    const { account, user } = await ownAccount(context, ports);
    if (currentPassword !== undefined)
      await confirmPassword(account, currentPassword, context.from, ports);
    const { uid, email: former, createdAt: generation } = account;
    const mails = noticesOf({ event: "deleted", former, locale: user.locale }, context.trace);
    await changeAccount(uid, { deleted: { generation }, mails }, actorOf(context), ports);
    return null;
  },
});
