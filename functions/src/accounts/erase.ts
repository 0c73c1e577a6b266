import { isAuthError } from "../errors";
import type { Ports } from "../ports";

/**
 * Removes what is kept of a deleted account beside its documents: sessions, activity, an invitation, mails, counters. Its state
 * says that there is something to remove, so the sweeper finishes what is not finished here.
 *
 * @throws {AuthError} `unavailable`.
 */
export async function eraseTraces(uid: string, ports: Ports): Promise<void> {
  const { accounts, activity, invitations, limits, outbox, records, sessions } = ports;
  const { state } = await records.read(uid);
  if (!state?.deleted || !state.erasing) return;
  const { since: until } = state.erasing;
  const holder =
    state.erasing.address === null ? undefined : await accounts.findByEmail(state.erasing.address);
  // Where somebody else has the address now, what is kept about it is theirs.
  const address = holder && holder.uid !== uid ? null : state.erasing.address;
  await Promise.all([
    sessions.removeAll(uid),
    activity.removeAbout(uid),
    invitations.remove(uid),
    outbox.removeAbout({ uid, address, until }),
    address === null ? undefined : limits.unlock(address),
  ]);
}

/** Erases at once, as far as it can. */
export async function tryToErase(uid: string, ports: Ports): Promise<void> {
  try {
    await eraseTraces(uid, ports);
  } catch (error) {
    if (!isAuthError(error) || error.code !== "unavailable") throw error;
  }
}

/**
 * Erases once more, because requests that were under way may have written since, and records that nothing is left
 * to remove.
 *
 * @throws {AuthError} `unavailable`.
 */
export async function finishErasing(uid: string, ports: Ports): Promise<void> {
  await eraseTraces(uid, ports);
  await ports.records.transact([uid], () => ({ result: undefined, state: { erasing: null } }));
}
