import { anyone } from "../../access/guards";
import { isAuthError } from "../../errors";
import { operation } from "../../operation/operation";
import type { Ports } from "../../ports";
import { authDto, toAuthDTO } from "../../operation/replies";
import { establish, type Established } from "../../accounts/sessions";
import { discard, makeUser } from "../../accounts/new-user";
import { newcomer } from "../../operation/newcomer";

/** Makes an account with the default role, mails a link to verify its address, and signs in. */
export const register = operation({
  name: "register",
  summary: "Make an account and sign in",
  accepts: newcomer,
  replies: authDto,
  refuses: ["email-exists", "weak-password", "sign-up-closed", "user-disabled", "not-allowed"],
  allows: anyone,
  async run({ email, password, locale = null, ...names }, ports, { actsAs, from, refuse }) {
    const { signUp, roles } = ports.settings;
    if (signUp === "closed") throw refuse("sign-up-closed");
    await ports.passwords.check(password, { email, ...names });
    const uid = await makeUser({ email, password, locale, ...names }, roles[0], ports);
    const { session, user } = await firstSignIn(uid, email, password, ports);
    actsAs(user.id);
    const { acceptLanguage } = from;
    await ports.outbox.add({ kind: "email-verification", address: email, locale, acceptLanguage });
    return toAuthDTO(session, user);
  },
});

/** A newcomer whom the project's blocking functions refuse leaves no account, and gets no mail. */
async function firstSignIn(
  uid: string,
  email: string,
  password: string,
  ports: Ports,
): Promise<Established> {
  try {
    return await establish(() => ports.signIn.withPassword(email, password), ports);
  } catch (error) {
    if (isAuthError(error) && error.code === "not-allowed") await discard(uid, ports);
    throw error;
  }
}
