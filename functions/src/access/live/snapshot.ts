import type { AccountState, StateReading } from "./account-state";
import { notedChanges } from "./noted-changes";

const minute = 60_000;

/** An ID token lives 60 minutes; what changed longer ago concerns no token that is still in date. */
export const windowMilliseconds = 65 * minute;

/** The newest version that is known of each account's state, in memory. */
export interface Snapshot {
  find(uid: string): AccountState | undefined;

  /** Whether an account's state may be one of those for which there was no room: its document says. */
  mayHaveChanged(uid: string): boolean;

  /** Adds a state. One that arrives late never replaces a newer one. */
  learn(uid: string, state: AccountState): void;

  learnAll(states: StateReading["states"]): void;

  /** Forgets states that can no longer concern any token, at a time by Firestore's clock. */
  expire(now: number): void;

  forget(uid: string): void;

  clear(): void;

  /** The states that are there in full. */
  size(): number;

  /** There was no room for some since it was cleared. */
  isCrowded(): boolean;
}

/** @param maxEntries - of more states than this, only those that changed last are kept, and of the others that they changed. */
export function snapshot(maxEntries: number): Snapshot {
  /** What was learned last comes last. */
  const entries = new Map<string, AccountState>();
  const noted = notedChanges();
  let isCrowded = false;

  function learn(uid: string, state: AccountState): void {
    const older = entries.get(uid);
    if (older && older.version > state.version) return;
    entries.delete(uid);
    entries.set(uid, state);
    if (entries.size > maxEntries) makeRoom();
  }

  /** For many at once: finding the oldest entry takes longer, the more were taken out before it. */
  function makeRoom(): void {
    const enough = maxEntries - Math.floor(maxEntries / 10);
    for (const [uid, { pending, changedAt }] of entries) {
      if (entries.size <= enough) return;
      // These don't age, and there are few.
      if (pending) continue;
      noted.note(uid, changedAt);
      entries.delete(uid);
      isCrowded = true;
    }
  }

  return {
    find: (uid) => entries.get(uid),

    mayHaveChanged: (uid) => noted.mayHave(uid),

    learn,

    learnAll(states) {
      for (const [uid, state] of states) learn(uid, state);
    },

    expire(now) {
      for (const [uid, { pending, changedAt }] of entries) {
        if (!pending && changedAt < now - windowMilliseconds) entries.delete(uid);
      }
      noted.forgetBefore(now - windowMilliseconds);
    },

    forget(uid) {
      entries.delete(uid);
    },

    clear() {
      entries.clear();
      noted.clear();
      isCrowded = false;
    },

    size: () => entries.size,

    isCrowded: () => isCrowded,
  };
}
