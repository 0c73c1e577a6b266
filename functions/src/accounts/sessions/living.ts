import type { Account } from "../../identity/accounts";
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
  const [sessions, known] = await Promise.all([ports.sessions.list(uid), readKnown(uid, ports)]);
  return sessions.filter((session) => isLiving(session, known, ports));
}

/**
 * Ends one session of a user, and with it those that began in the same second. Says whether there was one.
 *
 * @param by - who asks, and must still be let in when it is written; the trail says so.
 * @throws {AuthError} What `by` is refused with now; `unavailable`.
 */
export async function endOne(
  uid: string,
  sessionId: string,
  by: Actor,
  ports: Ports,
): Promise<boolean> {
  if (!isSessionId(sessionId)) return false;
  const [session, known] = await Promise.all([
    ports.sessions.find(uid, sessionId),
    readKnown(uid, ports),
  ]);
  if (!session || !isLiving(session, known, ports)) return false;
  await endSecond(uid, secondOf(sessionId), ports, by);
  return true;
}

/**
 * Ends all sessions of a user but those that began in one second (since 1970).
 *
 * @param by - who asks, for the trail.
 * @throws {AuthError} `unavailable`
 */
export async function endOthers(
  uid: string,
  second: number,
  by: Actor,
  ports: Ports,
): Promise<void> {
  const sessions = await ports.sessions.list(uid);
  const others = sessions.filter(({ id }) => secondOf(id) !== second);
  await endMany(uid, others, new Set(), ports, by);
}

/** What decides whether a session has ended. */
interface Known {
  readonly record: AccountRecord;
  readonly account: Account | undefined;
}

async function readKnown(uid: string, { accounts, records }: Ports): Promise<Known> {
  const [record, account] = await Promise.all([records.read(uid), accounts.find(uid)]);
  return { record, account };
}

function isLiving(
  session: StoredSession,
  { record: { state }, account }: Known,
  { clock, settings }: Ports,
): boolean {
  const second = secondOf(session.id);
  // Firebase Auth remembers a revocation for ever, the state for 15 days.
  if (!account || account.disabled || second < account.validSince) return false;
  if (state?.deleted || state?.disabled || second <= revokedThrough(state, second)) return false;
  return !hasEnded(session, clock.now().wall, lifetimeOf(settings));
}
