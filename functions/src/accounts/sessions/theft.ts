import { isRefusal } from "../../errors";
import type { Ports } from "../../ports";
import { changeAccount } from "../change-account";
import { notifyOwner } from "../notices";
import type { Origin } from "./origin";

/**
 * Ends every session of a user after one of their refresh tokens was stolen, and tells the owner once, by mail and
 * in the trail.
 *
 * @throws {AuthError} `unavailable`: asking again finishes it.
 */
export async function endStolen(
  uid: string,
  sessionId: string,
  { device, network, trace }: Origin,
  ports: Ports,
): Promise<void> {
  try {
    await changeAccount(uid, { endsSessions: true }, "server", ports);
  } catch (error) {
    // An account that is gone has no session left.
    if (!isRefusal(error)) throw error;
  }
  const isFirst = await ports.sessions.change(uid, sessionId, (session) =>
    session ? { session: null, outcome: true } : { outcome: false },
  );
  if (!isFirst) return;
  const refused = { outcome: "refused", code: "session-revoked", userId: uid } as const;
  await Promise.all([
    notifyOwner({ event: "session-stolen", uid }, ports, { device, place: network.place }),
    trace && ports.activity.add({ ...trace, ...refused }),
  ]);
}
