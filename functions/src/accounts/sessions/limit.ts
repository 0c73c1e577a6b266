import type { Ports } from "../../ports";
import { secondOf } from "../../sessions/refresh-token";
import type { StoredSession } from "../../sessions/stored-session";
import { endAccessTokens } from "./end-sessions";
import { accessTokenMilliseconds } from "./ended-seconds";

/**
 * Waits until a session is written, and ends a user's oldest ones while there are more than `SESSIONS_PER_USER`.
 * Counting takes no longer than writing, so that most sign-ins cost no more for it.
 *
 * @param own - the id of the session that is being written, which stays.
 */
export async function keepToLimit(
  uid: string,
  own: string,
  written: Promise<void>,
  ports: Ports,
): Promise<void> {
  const { sessions, settings } = ports;
  const limit = settings.sessionsPerUser;
  if (limit === 0) return written;
  const [count] = await Promise.all([sessions.count(uid), written]);
  // The count may have come before the write.
  if (count < limit) return;
  const all = await sessions.list(uid);
  const surplus = all.filter(({ id }) => id !== own).slice(limit - 1);
  if (surplus.length === 0) return;
  await sessions.remove(
    uid,
    surplus.map(({ id }) => id),
  );
  await endAccessTokens(uid, secondsOf(surplus, all, ports.clock.now().wall), ports);
}

/**
 * The seconds of sessions whose access tokens may be in date. Those of a second in which another session began
 * that stays can't be told from that one's, and end with it.
 */
function secondsOf(
  surplus: readonly StoredSession[],
  all: readonly StoredSession[],
  now: number,
): number[] {
  const staying = all.filter((session) => !surplus.includes(session));
  const stay = new Set(staying.map(({ id }) => secondOf(id)));
  const used = surplus.filter(({ lastUsedAt }) => now - lastUsedAt < accessTokenMilliseconds);
  return [...new Set(used.map(({ id }) => secondOf(id)))].filter((second) => !stay.has(second));
}
