import { z } from "zod";
import { anyone } from "../../access/guards";
import { isRefusal } from "../../errors";
import type { Account } from "../../identity/accounts";
import type { ProviderSession } from "../../identity/sign-in";
import type { ClientNetwork } from "../../network/client-network";
import type { Refuse } from "../../operation/context";
import * as fields from "../../operation/fields";
import { operation } from "../../operation/operation";
import type { Ports } from "../../ports";
import { authDto, toAuthDTO } from "../../operation/replies";
import { discard } from "../../accounts/new-user";
import {
  closeProof,
  openProof,
  takenOver,
  takeOver,
  unprovedAccount,
} from "../../accounts/take-over";
import { type Credentials, type Opened, openSession } from "../../accounts/sessions/open";

const accepts = z.strictObject({
  idToken: fields.providerToken,
  providerId: z.literal("google.com", "must be google.com").default("google.com"),
  deviceToken: fields.deviceToken.optional(),
  customToken: fields.customToken,
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
    "not-allowed",
  ],
  allows: anyone,
  async run({ idToken, providerId, deviceToken, customToken }, ports, context) {
    const { actsAs, caller, from, refuse, trace } = context;
    const { network } = from;
    const { isFirst, ...opened } = await signIn({ providerId, idToken }, network, ports, refuse);
    const known = isFirst || caller.kind === "server" ? undefined : { deviceToken };
    const wishes = { customToken };
    const begun = await openSession({ ...opened, wishes }, { ...from, trace, known }, ports);
    actsAs(begun.user.id);
    return toAuthDTO(begun);
  },
});

type ProviderCredentials = Extract<Credentials, { idToken: string }>;

interface FirstOrNot extends Opened {
  /** Whether its owner has never signed in to it before. */
  isFirst: boolean;
}

/** Signs in; an account whose address this proves for the first time is left to its owner alone. */
async function signIn(
  credentials: ProviderCredentials,
  network: ClientNetwork,
  ports: Ports,
  refuse: Refuse<"sign-up-closed">,
): Promise<FirstOrNot> {
  const before = await unprovedAccount(credentials.idToken, ports);
  const proof = before && (await openProof(before, ports));
  const signedIn = await askFirebase(credentials, network, ports).catch(async (error: unknown) => {
    // A refusal of Firebase proves nothing. After an outage nobody knows.
    if (proof && isRefusal(error)) await closeProof(proof, ports);
    throw error;
  });
  // From here on the address may be proved: if this fails, the sweeper goes on.
  const opened = await open(before, signedIn, credentials, network, ports, refuse);
  if (proof) await closeProof(proof, ports);
  return opened;
}

function askFirebase(
  { providerId, idToken }: ProviderCredentials,
  network: ClientNetwork,
  { settings, limits, signIn }: Ports,
): Promise<ProviderSession> {
  const mayCreate = settings.signUp !== "closed";
  return limits.secret(network, () => signIn.withProvider(providerId, idToken, { mayCreate }));
}

/** @param before - the account of the provider's address, if nobody has proved that it is theirs. */
async function open(
  before: Account | undefined,
  { isNewUser, firstName, lastName, ...session }: ProviderSession,
  credentials: ProviderCredentials,
  network: ClientNetwork,
  ports: Ports,
  refuse: Refuse<"sign-up-closed">,
): Promise<FirstOrNot> {
  if (isNewUser) await checkSignUp(session.uid, network, ports, refuse);
  const names = firstName || lastName ? { firstName, lastName } : undefined;
  const taken = await takenOver(before, session, ports);
  if (taken) await takeOver(taken, credentials.providerId, ports, names);
  return { session, credentials, names, isFirst: isNewUser || taken !== undefined };
}

/** Firebase makes the account before it can be refused, so it is deleted again. */
async function checkSignUp(
  uid: string,
  network: ClientNetwork,
  ports: Ports,
  refuse: Refuse<"sign-up-closed">,
): Promise<void> {
  try {
    if (ports.settings.signUp === "closed") throw refuse("sign-up-closed");
    await ports.limits.registration(network);
  } catch (error) {
    if (isRefusal(error)) await discard(uid, ports);
    throw error;
  }
}
