import { z } from "zod";
import { requireSignIn } from "../../access/guards";
import { noticesOf } from "../../mail/notices";
import { actorOf } from "../../accounts/protocol/actor";
import { changeCredentials } from "../../accounts/protocol/credentials";
import { openSession } from "../../accounts/sessions/open";
import * as fields from "../../operation/fields";
import { operation } from "../../operation/operation";
import { authDto, toAuthDTO } from "../../operation/replies";
import { confirmPassword, passwordRefusals } from "./current-password";
import { ownAccount } from "./own-account";

const accepts = z.strictObject({
  currentPassword: fields.password,
  newPassword: fields.newPassword,
});

/**
 * Sets another password, and signs in with it: all earlier sessions end, at Firebase too. With a second factor,
 * `second-factor-required` says that the password was changed, and that the new session needs the second factor.
 */
export const changePassword = operation({
  name: "changePassword",
  summary: "Change one's own password",
  accepts,
  replies: authDto,
  refuses: [...passwordRefusals, "second-factor-required", "user-not-found"],
  allows: requireSignIn({ verifiedEmail: false }),
  strict: true,
  async run({ currentPassword, newPassword }, ports, context) {
    const { account, user } = await ownAccount(context, ports);
    const { uid } = account;
    const email = await confirmPassword(account, currentPassword, context.from, ports);
    await ports.passwords.check(newPassword, user);
    const apply = () => ports.accounts.update(uid, { password: newPassword });
    const mails = noticesOf({ event: "password-set", uid }, context.trace);
    try {
      await changeCredentials(uid, { apply, mails }, actorOf(context), ports);
    } finally {
      // Reading the state has this instance refuse at once, even if the change could not be finished.
      await ports.live.read(uid).catch(() => undefined);
    }
    const session = await ports.signIn.withPassword(email, newPassword);
    const credentials = { email, password: newPassword };
    return toAuthDTO(await openSession({ session, credentials }, context.from, ports));
  },
});
