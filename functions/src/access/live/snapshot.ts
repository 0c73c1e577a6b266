import type { AccountState, StateReading } from "./account-state";

const minute = 60_000;

/** An ID token lives 60 minutes; what changed longer ago concerns no token that is still in date. */
export const windowMilliseconds = 65 * minute;

/** The newest version that is known of each account's state, in memory. */
export interface Snapshot {
  find(uid: string): AccountState | undefined;

  /** Adds a state. One that arrives late never replaces a newer one. */
  learn(uid: string, state: AccountState): void;

  learnAll(states: StateReading["states"]): void;

  /** Forgets states that can no longer concern any token, at a time by Firestore's clock. */
  expire(now: number): void;

  forget(uid: string): void;

  clear(): void;

  size(): number;

  /** There are more states than it is meant to hold. */
  isFull(): boolean;
}

export function snapshot(maxEntries: number): Snapshot {
  const entries = new Map<string, AccountState>();

  function learn(uid: string, state: AccountState): void {
    const older = entries.get(uid);
    if (!older || older.version <= state.version) entries.set(uid, state);
  }

  return {
    find: (uid) => entries.get(uid),

    learn,

    learnAll(states) {
      for (const [uid, state] of states) learn(uid, state);
    },

    expire(now) {
      for (const [uid, { pending, changedAt }] of entries) {
        if (!pending && changedAt < now - windowMilliseconds) entries.delete(uid);
      }
    },

    forget(uid) {
      entries.delete(uid);
    },

    clear() {
      entries.clear();
    },

    size: () => entries.size,

    isFull: () => entries.size > maxEntries,
  };
}
