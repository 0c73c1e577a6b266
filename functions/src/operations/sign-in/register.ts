import { anyone } from "../../access/guards";
import { isAuthError } from "../../errors";
import * as fields from "../../operation/fields";
import { operation } from "../../operation/operation";
import type { Ports } from "../../ports";
import { authDto, toAuthDTO } from "../../operation/replies";
import type { BegunSession, Wishes } from "../../accounts/sessions/begin";
import { openSession } from "../../accounts/sessions/open";
import type { Origin } from "../../accounts/sessions/origin";
import { checkRegistration } from "../../accounts/before-registration";
import { discard, makeUser, newUid } from "../../accounts/new-user";
import { newUser } from "../../operation/requests/new-user";

/** Makes an account with the default role, mails a link to verify its address, and signs in. */
export const register = operation({
  name: "register",
  summary: "Make an account and sign in",
  accepts: newUser.extend({ customToken: fields.customToken }),
  replies: authDto,
  refuses: ["email-exists", "weak-password", "sign-up-closed", "user-disabled", "not-allowed"],
  allows: anyone,
  async run({ email, password, locale = null, customToken, ...names }, ports, context) {
    const { actsAs, from, refuse, trace } = context;
    const { signUp, roles } = ports.settings;
    if (signUp !== "open") throw refuse("sign-up-closed");
    await ports.passwords.check(password, { email, ...names });
    await ports.limits.registration(from.network);
    await checkRegistration({ email, locale, ...names });
    const uid = newUid();
    const by = { trace: { ...trace, by: uid } };
    await makeUser(uid, { email, password, locale, ...names }, roles[0], by, ports);
    const begun = await firstSignIn(uid, { email, password }, { customToken }, from, ports);
    actsAs(uid);
    const { acceptLanguage } = from;
    await ports.outbox.add({ kind: "email-verification", address: email, locale, acceptLanguage });
    return toAuthDTO(begun);
  },
});

/**
 * If the first sign-in is refused, by the project's blocking functions say, no account is left and no mail is sent. An
 * outage refuses nobody: the account stays, and signing in again asks for the mail.
 */
async function firstSignIn(
  uid: string,
  credentials: { email: string; password: string },
  wishes: Wishes,
  from: Origin,
  ports: Ports,
): Promise<BegunSession> {
  try {
    const session = await ports.signIn.withPassword(credentials.email, credentials.password);
    return await openSession({ session, credentials, wishes }, from, ports);
  } catch (error) {
    if (!isAuthError(error) || error.code !== "unavailable") await discard(uid, ports);
    throw error;
  }
}
