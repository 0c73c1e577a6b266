import type { StoredSession } from "./stored-session";

const day = 24 * 60 * 60 * 1000;

/** How long sessions live: the parameters `SESSION_IDLE_DAYS` and `SESSION_MAX_DAYS`. */
export interface Lifetime {
  readonly idleDays: number;
  readonly maxDays: number;
}

/** When a session ends that is used at `now` and never again, in milliseconds since 1970. */
export function endOf(
  { createdAt }: Pick<StoredSession, "createdAt">,
  now: number,
  { idleDays, maxDays }: Lifetime,
): number {
  return Math.min(now + idleDays * day, createdAt + maxDays * day);
}

/** Says whether a session has expired. Firestore's TTL may take a day longer to remove it. */
export function hasEnded(
  { createdAt, lastUsedAt }: Pick<StoredSession, "createdAt" | "lastUsedAt">,
  now: number,
  lifetime: Lifetime,
): boolean {
  return now >= endOf({ createdAt }, lastUsedAt, lifetime);
}
