import type { StateWrite, StoredState } from "../../users/account-record";

/** Milliseconds after which all earlier access tokens have expired: an ID token lives one hour. */
export const accessTokenMilliseconds = 65 * 60_000;

/** How many ended sessions an account remembers at a time. */
const kept = 500;

/**
 * Adds sessions to those that were ended one by one, and forgets those that no valid access token can belong to any
 * more. None is forgotten earlier: when the list is full, all sessions as old as its oldest entry end.
 *
 * @param seconds - when the sessions began, in seconds since 1970.
 * @param now - milliseconds since 1970 by Firestore's clock.
 */
export function withEnded(
  state: StoredState | undefined,
  seconds: readonly number[],
  now: number,
): StateWrite {
  const endedAt = new Map<number, number>();
  for (const [index, second] of (state?.endedSessions ?? []).entries()) {
    const at = state?.endedSessionsAt[index] ?? now;
    if (now - at < accessTokenMilliseconds) endedAt.set(second, at);
  }
  for (const second of seconds) endedAt.set(second, now);
  const living = [...endedAt]
    .filter(([second]) => second > (state?.validAfter ?? 0))
    .sort(([one], [other]) => one - other);
  const remembered = living.slice(-kept);
  const dropped = living.at(-kept - 1);
  return {
    endedSessions: remembered.map(([second]) => second),
    endedSessionsAt: remembered.map(([, at]) => at),
    ...(dropped && { validAfter: dropped[0] }),
  };
}
