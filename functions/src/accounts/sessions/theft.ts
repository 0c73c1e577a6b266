import { isRefusal } from "../../errors";
import type { Ports } from "../../ports";
import { changeAccount } from "../change-account";
import { notifyOwner } from "../notices";

/**
 * Ends every session of a user, one of whose refresh tokens was stolen, and tells the owner once.
 *
 * @throws {AuthError} `unavailable`: asking again finishes it.
 */
export async function endStolen(uid: string, sessionId: string, ports: Ports): Promise<void> {
  try {
    await changeAccount(uid, { endsSessions: true }, "server", ports);
  } catch (error) {
    // An account that is gone has no session left.
    if (!isRefusal(error)) throw error;
  }
  const isFirst = await ports.sessions.change(uid, sessionId, (session) =>
    session ? { session: null, outcome: true } : { outcome: false },
  );
  if (isFirst) await notifyOwner({ did: "end-sessions", uid, byOwner: false }, ports);
}
