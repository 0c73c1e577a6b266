import { AuthError } from "../../errors";
import type { AccountRecord, StoredState } from "../../users/account-record";

/**
 * Gives the second (since 1970) up to which an account's sessions have ended, as far as it concerns one that began at
 * `second`: 0 where none has.
 */
export function revokedThrough(state: StoredState | undefined, second: number): number {
  const isEnded = state?.endedSessions.includes(second) ?? false;
  const isClosed = Object.values(state?.marks ?? {}).some(({ closes }) => closes);
  return Math.max(state?.validAfter ?? 0, isEnded || isClosed ? second : 0);
}

/**
 * Refuses a session of an account that is gone or disabled, and one that was ended.
 *
 * @throws {AuthError} `session-revoked`, `user-disabled`.
 */
export function refuseRevoked({ state, user }: AccountRecord, second: number): void {
  if (state?.deleted) throw new AuthError("session-revoked");
  if (user?.disabled ?? state?.disabled) throw new AuthError("user-disabled");
  if (second <= revokedThrough(state, second)) throw new AuthError("session-revoked");
}
