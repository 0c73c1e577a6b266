import type { Ports } from "../../ports";
import { secondOf } from "../../sessions/refresh-token";
import type { SessionStore } from "../../sessions/session-store";
import { endMany } from "./end-sessions";
import { joined } from "./joined";

/** Ends those over the limit once for all who sign in to an account meanwhile, in each store. */
const endings = new WeakMap<SessionStore, ReturnType<typeof joined>>();

/**
 * Waits until a session is written, and ends a user's oldest ones while there are more than `SESSIONS_PER_USER`.
 * Counting takes no longer than writing, so that most sign-ins wait no longer for it.
 */
export async function keepToLimit(
  uid: string,
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
  const together = endings.get(sessions) ?? joined();
  endings.set(sessions, together);
  await together(uid, () => endSurplus(uid, limit, ports));
}

async function endSurplus(uid: string, limit: number, ports: Ports): Promise<void> {
  const all = await ports.sessions.list(uid);
  const staying = all.slice(0, limit).map(({ id }) => secondOf(id));
  await endMany(uid, all.slice(limit), new Set(staying), ports);
}
