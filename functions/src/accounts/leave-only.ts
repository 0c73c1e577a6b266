import { unavailable } from "../errors";
import type { Account } from "../identity/accounts";
import type { Actor } from "./protocol/actor";
import { changeCredentials, type CredentialChange } from "./protocol/credentials";
import type { ChangePorts } from "./protocol/ports";

/** How often to remove what others add meanwhile: each round ends the sessions that they add it with. */
const maxRounds = 4;

/** The one way to sign in to an account that stays. */
export interface Kept {
  readonly provider: string;
  /** `null` for none. Default: as it is. */
  readonly displayName?: string | null;
}

/**
 * Changes credentials, and removes every way to sign in but one. Whoever is signed in may add another one until their
 * sessions have ended at Firebase, too, so the account is looked at again then.
 *
 * @throws {AuthError} As `changeCredentials` does; `unavailable` where somebody adds ways as fast as they are removed.
 */
export async function leaveOnly(
  before: Account,
  kept: Kept,
  wanted: CredentialChange,
  by: Actor,
  ports: ChangePorts,
): Promise<void> {
  const { uid } = before;
  const first = async () => {
    await wanted.apply();
    await removeOthers(before, kept, ports);
  };
  let { account } = await changeCredentials(uid, { ...wanted, apply: first }, by, ports);
  for (let round = 1; account && othersOf(account, kept).length > 0; round += 1) {
    if (round === maxRounds) throw unavailable("Firebase Auth", { problem: "ways in are added" });
    const found = account;
    const apply = () => removeOthers(found, kept, ports);
    ({ account } = await changeCredentials(uid, { apply }, "server", ports));
  }
}

const othersOf = ({ providers }: Account, { provider }: Kept) =>
  providers.filter((other) => other !== provider);

async function removeOthers(
  account: Account,
  kept: Kept,
  { accounts }: Pick<ChangePorts, "accounts">,
): Promise<void> {
  const { displayName } = kept;
  const unlink = othersOf(account, kept);
  if (unlink.length === 0 && displayName === undefined) return;
  await accounts.update(account.uid, { unlink, ...(displayName !== undefined && { displayName }) });
}
