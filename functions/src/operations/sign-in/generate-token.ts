import { z } from "zod";
import { anyone } from "../../access/guards";
import { isAuthError } from "../../errors";
import type { Session } from "../../identity/sign-in";
import * as fields from "../../operation/fields";
import { operation } from "../../operation/operation";
import type { Ports } from "../../ports";
import { syncHere } from "../../accounts/sync-here";
import { authDto, toAuthDTO } from "../../operation/replies";
import { recordRefusal } from "../../accounts/sessions/refused";
import { openSession } from "../../accounts/sessions/open";

const accepts = z.strictObject({
  email: fields.email,
  password: fields.password,
  deviceToken: fields.deviceToken.optional(),
  customToken: fields.customToken,
});

/** Signs in with e-mail and password. */
export const generateToken = operation({
  name: "generateToken",
  summary: "Sign in with e-mail and password",
  accepts,
  replies: authDto,
  refuses: [
    "invalid-credentials",
    "user-disabled",
    "second-factor-required",
    "not-allowed",
    // Where the project's password policy asks for a better one at the next sign-in: a reset by mail sets it.
    "weak-password",
  ],
  allows: anyone,
  async run({ email, password, deviceToken, customToken }, ports, { actsAs, caller, from, trace }) {
    const guesser = { email, deviceToken, network: from.network };
    const known = caller.kind === "server" ? undefined : { deviceToken };
    try {
      const session = await ports.limits.signIn(guesser, () => signIn(email, password, ports));
      const opened = { session, credentials: { email, password }, wishes: { customToken } };
      const begun = await openSession(opened, { ...from, trace, known }, ports);
      actsAs(begun.user.id);
      return toAuthDTO(begun);
    } catch (error) {
      await recordRefusal(error, email, trace, ports);
      throw error;
    }
  },
});

async function signIn(email: string, password: string, ports: Ports): Promise<Session> {
  try {
    return await ports.signIn.withPassword(email, password);
  } catch (error) {
    // It may have been disabled elsewhere: from now on its valid tokens are refused, too.
    if (isAuthError(error) && error.code === "user-disabled") {
      const account = await ports.accounts.findByEmail(email);
      if (account) await syncHere(account.uid, ports);
    }
    throw error;
  }
}
