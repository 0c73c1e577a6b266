import { z } from "zod";
import { anyone } from "../../access/guards";
import { AuthError } from "../../errors";
import * as fields from "../../operation/fields";
import { operation } from "../../operation/operation";
import type { Ports } from "../../ports";
import { toAuthDTO } from "../../operation/replies";
import { establish, type Opened } from "../../accounts/sessions";

const accepts = z.strictObject({
  idToken: fields.providerToken,
  providerId: z.literal("google.com", "must be google.com").default("google.com"),
});

export type GenerateTokenForOAuthRequest = z.input<typeof accepts>;

/** Signs in with the ID token of an identity provider. The first time makes a user with the provider's names. */
export const generateTokenForOAuth = operation({
  accepts,
  allows: anyone,
  async run({ idToken, providerId }, ports) {
    const { session, user } = await establish(() => signIn(providerId, idToken, ports), ports);
    return toAuthDTO(session, user);
  },
});

async function signIn(providerId: string, idToken: string, ports: Ports): Promise<Opened> {
  const { isNewUser, firstName, lastName, ...session } = await ports.signIn.withProvider(
    providerId,
    idToken,
  );
  if (isNewUser && ports.settings.signUp === "closed") {
    // Firebase makes the account before anybody can say no, so it is taken back.
    await ports.accounts.remove(session.uid);
    throw new AuthError("sign-up-closed", "Registration is closed.");
  }
  return firstName || lastName ? { ...session, names: { firstName, lastName } } : session;
}
