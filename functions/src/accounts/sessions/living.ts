import type { Ports } from "../../ports";
import { hasEnded } from "../../sessions/lifetime";
import { isSessionId, secondOf } from "../../sessions/refresh-token";
import type { StoredSession } from "../../sessions/stored-session";
import type { AccountRecord } from "../../users/account-record";
import type { Actor } from "../protocol/actor";
import { lifetimeOf } from "./begin";
import { endMany, endSecond } from "./end-sessions";
import { revokedThrough } from "./revoked";

/** Reads the sessions of a user that have not ended, newest first. */
export async function livingSessions(uid: string, ports: Ports): Promise<StoredSession[]> {
  const [sessions, record] = await Promise.all([ports.sessions.list(uid), ports.records.read(uid)]);
  return sessions.filter((session) => isLiving(session, record, ports));
}

/**
 * Ends one session of a user, and with it those that began in the same second. Says whether there was one.
 *
 * @throws {AuthError} What `by` is refused with now; `unavailable`.
 */
export async function endOne(
  uid: string,
  sessionId: string,
  by: Actor,
  ports: Ports,
): Promise<boolean> {
  if (!isSessionId(sessionId)) return false;
  const [session, record] = await Promise.all([
    ports.sessions.find(uid, sessionId),
    ports.records.read(uid),
  ]);
  if (!session || !isLiving(session, record, ports)) return false;
  await endSecond(uid, secondOf(sessionId), ports, by);
  return true;
}

/**
 * Ends all sessions of a user but those that began in one second (since 1970).
 *
 * @throws {AuthError} `unavailable`
 */
export async function endOthers(uid: string, second: number, ports: Ports): Promise<void> {
  const sessions = await ports.sessions.list(uid);
  const others = sessions.filter(({ id }) => secondOf(id) !== second);
  await endMany(uid, others, new Set(), ports);
}

function isLiving(
  session: StoredSession,
  { state }: AccountRecord,
  { clock, settings }: Ports,
): boolean {
  const second = secondOf(session.id);
  if (state?.deleted || state?.disabled || second <= revokedThrough(state, second)) return false;
  return !hasEnded(session, clock.now().wall, lifetimeOf(settings));
}
