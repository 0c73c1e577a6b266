import { z } from "zod";
import { anyone } from "../../access/guards";
import { isRefusal } from "../../errors";
import type { ClientNetwork } from "../../network/client-network";
import type { Refuse } from "../../operation/context";
import * as fields from "../../operation/fields";
import { operation } from "../../operation/operation";
import type { Ports } from "../../ports";
import { authDto, toAuthDTO } from "../../operation/replies";
import { changeAccount } from "../../accounts/change-account";
import { isTakenOver, takeOver, unprovedAccount } from "../../accounts/take-over";
import { type Opened, openSession } from "../../accounts/sessions/open";

const accepts = z.strictObject({
  idToken: fields.providerToken,
  providerId: z.literal("google.com", "must be google.com").default("google.com"),
});

/** Signs in with the ID token of an identity provider. The first time makes a user with the provider's names. */
export const generateTokenForOAuth = operation({
  name: "generateTokenForOAuth",
  summary: "Sign in with the ID token of an identity provider",
  accepts,
  replies: authDto,
  refuses: [
    "invalid-credentials",
    "user-disabled",
    "account-exists",
    "second-factor-required",
    "sign-up-closed",
  ],
  allows: anyone,
  async run({ idToken, providerId }, ports, { actsAs, from, refuse }) {
    const { network } = from;
    const begun = await openSession(
      () => signIn(providerId, idToken, network, ports, refuse),
      from,
      ports,
    );
    actsAs(begun.user.id);
    return toAuthDTO(begun);
  },
});

async function signIn(
  providerId: string,
  idToken: string,
  network: ClientNetwork,
  ports: Ports,
  refuse: Refuse<"sign-up-closed">,
): Promise<Opened> {
  const before = await unprovedAccount(idToken, ports);
  const { isNewUser, firstName, lastName, ...session } = await ports.limits.secret(network, () =>
    ports.signIn.withProvider(providerId, idToken),
  );
  if (isNewUser) {
    try {
      if (ports.settings.signUp === "closed") throw refuse("sign-up-closed");
      await ports.limits.registration(network);
    } catch (error) {
      // Firebase makes the account before anybody can say no, so it is taken back.
      if (isRefusal(error)) await takeBack(session.uid, ports);
      throw error;
    }
  }
  const names = firstName || lastName ? { firstName, lastName } : undefined;
  const { emailVerified } = await ports.signIn.lookUp(session.idToken);
  if (isTakenOver(before, session, emailVerified)) await takeOver(before, providerId, ports, names);
  return names ? { ...session, names } : session;
}

async function takeBack(uid: string, ports: Ports): Promise<void> {
  const account = await ports.accounts.find(uid);
  if (!account) return;
  const deleted = { generation: account.createdAt };
  await changeAccount(uid, { deleted }, "server", ports);
}
