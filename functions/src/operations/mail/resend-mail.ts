import { z } from "zod";
import { administratorsOnly } from "../../operation/administrator";
import { operation } from "../../operation/operation";
import { mailId } from "./mail-dto";

const accepts = z.strictObject({ mailId });

/**
 * Sends a mail again that failed. Its link is made when it is sent, to the address that the account has by then. Others
 * than failed ones are refused: one that was delivered would come twice.
 */
export const resendMail = operation({
  name: "resendMail",
  summary: "Send a failed mail again",
  accepts,
  replies: z.null(),
  refuses: [],
  ...administratorsOnly,
  async run({ mailId: id }, { mails, activity }, context) {
    const mail = await mails.retry(id);
    if (!mail) throw context.refuse("invalid-request", "mailId: must be of a mail that failed");
    const userId = mail.uid ?? null;
    if (userId !== null) context.about(userId);
    await activity.add({ ...context.trace, outcome: "ok", userId });
    return null;
  },
});
