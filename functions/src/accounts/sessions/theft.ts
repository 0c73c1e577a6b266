import type { Ports } from "../../ports";
import { secondOf } from "../../sessions/refresh-token";
import { finish, type Marked } from "../protocol/change";
import type { Origin } from "./origin";
import { revokedThrough } from "./revoked";

/**
 * Ends every session of a user, one of whose refresh tokens was stolen. The owner is told once, by mail and in the
 * trail: both are written in the transaction that ends the sessions, so that neither depends on what becomes of this
 * process.
 *
 * @throws {AuthError} `unavailable`: the sessions may have ended, and the sweeper finishes it.
 */
export async function endStolen(
  uid: string,
  sessionId: string,
  { device, network, trace }: Origin,
  ports: Ports,
): Promise<void> {
  const marked: Marked = { id: ports.newMarkId(), fields: ["sessions"], begun: ports.clock.now() };
  const { id, fields } = marked;
  const second = secondOf(sessionId);
  const refused = { outcome: "refused", code: "session-revoked", userId: uid } as const;
  const isFirst = await ports.records.transact([uid], ({ state }) => {
    // Somebody else was told of it, or nobody is left to tell.
    if (state?.deleted || second <= revokedThrough(state, second)) return { result: false };
    return {
      result: true,
      state: { validAfter: "now", mark: { id, fields } },
      endedSessions: [sessionId],
      activity: trace && { id, entry: { ...trace, ...refused } },
      mails: [
        { id, mail: { kind: "session-stolen", uid, from: { device, place: network.place } } },
      ],
    };
  });
  if (!isFirst) return;
  await Promise.all([ports.outbox.hurry([{ id }]), finish(uid, marked, ports, true)]);
  await ports.live.read(uid);
}
