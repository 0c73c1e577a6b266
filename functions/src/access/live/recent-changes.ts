import type { AccountState, StateTally } from "./account-state";

/** The changes of the last minutes that were read, to be compared with what Firestore counts. */
export interface RecentChanges {
  learn(states: ReadonlyMap<string, AccountState>): void;

  /** Says whether every change is here that Firestore counted since then, and forgets older ones. */
  accountFor(tally: StateTally, since: number): boolean;

  /** The time of the last change, in milliseconds since 1970 by Firestore's clock. */
  newest(): number;

  clear(): void;
}

export function recentChanges(): RecentChanges {
  const changes = new Map<string, { changedAt: number; n: number; version: number }>();
  let newest = 0;

  return {
    learn(states) {
      for (const [uid, { changedAt, n, version }] of states) {
        newest = Math.max(newest, changedAt);
        // Firestore leaves documents without the field out of the count as well.
        if (n === undefined || version < (changes.get(uid)?.version ?? 0)) continue;
        changes.set(uid, { changedAt, n, version });
      }
    },

    accountFor({ documents, writes }, since) {
      let sum = 0;
      for (const [uid, { changedAt, n }] of changes) {
        if (changedAt < since) changes.delete(uid);
        else sum += n;
      }
      return changes.size === documents && sum === writes;
    },

    newest: () => newest,

    clear: () => changes.clear(),
  };
}
