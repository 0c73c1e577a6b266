import { isAuthError } from "../errors";
import type { Ports } from "../ports";

/**
 * Removes what is kept of a deleted account beside its documents: sessions, its activity, an invitation, mails, counters. That there is something
 * to remove stands in its state, so what is not finished here the sweeper finishes.
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
  // What is kept about an address that somebody has now is about them.
  const address = holder && holder.uid !== uid ? null : state.erasing.address;
  await Promise.all([
    sessions.removeAll(uid),
    activity.removeAbout(uid),
    invitations.remove(uid),
    outbox.removeAbout({ uid, address, until }),
    address === null ? undefined : limits.unlock(address),
  ]);
}

/** Does so at once, as far as it can. */
export async function tryToErase(uid: string, ports: Ports): Promise<void> {
  try {
    await eraseTraces(uid, ports);
  } catch (error) {
    if (!isAuthError(error) || error.code !== "unavailable") throw error;
  }
}

/**
 * Does so once more, for what requests that were under way have written meanwhile, and forgets what was to be removed.
 *
 * @throws {AuthError} `unavailable`.
 */
export async function finishErasing(uid: string, ports: Ports): Promise<void> {
  await eraseTraces(uid, ports);
  await ports.records.transact([uid], () => ({ result: undefined, state: { erasing: null } }));
}
