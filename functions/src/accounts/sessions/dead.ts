import { sessionRevoked, userDisabled } from "../../errors";
import type { AccountRecord, StoredState } from "../../users/account-record";

/**
 * The second (since 1970) up to which an account's sessions are dead, as far as it concerns one that began at
 * `second`: 0 when nothing was ended.
 */
export function deadUntil(state: StoredState | undefined, second: number): number {
  const isEnded = state?.endedSessions.includes(second) ?? false;
  const isClosed = Object.values(state?.marks ?? {}).some(({ closes }) => closes);
  return Math.max(state?.validAfter ?? 0, isEnded || isClosed ? second : 0);
}

/**
 * Refuses a session of an account that is gone or disabled, and one that was ended.
 *
 * @throws {AuthError} `session-revoked`, `user-disabled`.
 */
export function refuseDead({ state, user }: AccountRecord, second: number): void {
  if (state?.deleted) throw sessionRevoked();
  if (user?.disabled ?? state?.disabled) throw userDisabled();
  if (second <= deadUntil(state, second)) throw sessionRevoked();
}
