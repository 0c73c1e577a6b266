import { z } from "zod";
import * as fields from "../../operation/fields";
import { operation } from "../../operation/operation";
import { requestMail } from "../../operation/request-mail";
import { confirmPassword, freshOrPassword, passwordRefusals } from "./current-password";
import { ownAccount } from "./own-account";

const accepts = z.strictObject({
  newEmail: fields.email,
  currentPassword: fields.password.optional(),
});

/**
 * Mails a link to the new address, which changes it when it is used. Whoever has that address already is told by mail,
 * and nobody else: the reply is the same, and takes as long.
 */
export const changeEmail = operation({
  name: "changeEmail",
  summary: "Ask for another address of one's own account",
  accepts,
  replies: z.null(),
  refuses: [...passwordRefusals, "user-not-found"],
  allows: freshOrPassword,
  strict: true,
  async run({ newEmail, currentPassword }, ports, context) {
    const { account } = await ownAccount(context, ports);
    const { uid, email } = account;
    const { device, place } = context.trace;
    if (currentPassword !== undefined) {
      await confirmPassword(account, currentPassword, context.from, ports);
    }
    // Firebase makes such a link only from one address to another.
    if (email === null || email === newEmail) {
      throw context.refuse(
        "invalid-request",
        "newEmail: must be another address than the one before",
      );
    }
    await Promise.all([
      requestMail({ kind: "email-change", uid, address: newEmail }, context.from, ports),
      ports.outbox.add({ kind: "email-change-requested", uid, from: { device, place } }),
      ports.activity.add({ ...context.trace, outcome: "ok", userId: uid }),
    ]);
    return null;
  },
});
