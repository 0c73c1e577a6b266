import type { Ports } from "../../ports";
import { secondOf } from "../../sessions/refresh-token";
import { endMany } from "./end-sessions";

/**
 * Waits until a session is written, and ends a user's oldest ones while there are more than `SESSIONS_PER_USER`.
 * Counting takes no longer than writing, so that most sign-ins wait no longer for it.
 *
 * @param own - the id of the session that is being written, which stays.
 */
export async function keepToLimit(
  uid: string,
  own: string,
  written: Promise<unknown>,
  ports: Ports,
): Promise<void> {
  const { sessions, settings } = ports;
  const limit = settings.sessionsPerUser;
  if (limit === 0) {
    await written;
    return;
  }
  const [count] = await Promise.all([sessions.count(uid), written]);
  // The count may have come before the write.
  if (count < limit) return;
  const all = await sessions.list(uid);
  const others = all.filter(({ id }) => id !== own);
  const staying = [own, ...others.slice(0, limit - 1).map(({ id }) => id)];
  await endMany(uid, others.slice(limit - 1), new Set(staying.map(secondOf)), ports);
}
