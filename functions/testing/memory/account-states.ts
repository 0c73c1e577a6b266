import type {
  AccountState,
  AccountStates,
  StateReading,
} from "../../src/access/live/account-state";
import type { MemoryRecords } from "./records";

/** Counts that can still be read as they were made. */
const maxCounts = 8;

/** What checks read of the states in memory. */
export function memoryAccountStates(records: MemoryRecords, now: () => number): AccountStates {
  /** All states at the moments of the last counts. */
  const counted = new Map<number, StateReading["states"]>();
  let last = 0;

  function stateOf(uid: string): AccountState | undefined {
    const { state } = records.read(uid);
    if (!state) return undefined;
    const marks = Object.values(state.marks);
    const { writes, changedAt } = records.touchesOf(uid);
    return {
      validAfter: state.validAfter || null,
      role: state.role,
      disabled: state.disabled,
      deleted: state.deleted,
      closed: marks.some(({ closes }) => closes),
      pending: marks.length > 0,
      changedAt,
      endedSessions: state.endedSessions,
      n: writes,
      version: writes,
    };
  }

  /** A moment like no other, as Firestore's are. */
  function moment(): number {
    last = Math.max(now(), last + 0.001);
    return last;
  }

  function allStates(): Map<string, AccountState> {
    const all = records.uids().map((uid) => [uid, stateOf(uid)] as const);
    return new Map(all.filter((entry): entry is [string, AccountState] => entry[1] !== undefined));
  }

  function statesWhere(
    holds: (state: AccountState) => boolean,
    states: StateReading["states"] = allStates(),
  ): Map<string, AccountState> {
    return new Map([...states].filter(([, state]) => holds(state)));
  }

  return {
    read: (uid) => Promise.resolve(stateOf(uid)),

    changedSince(since, { at = moment() } = {}) {
      const states = statesWhere(({ changedAt }) => changedAt >= since, counted.get(at));
      return Promise.resolve({ states, readAt: at });
    },

    tallySince(since) {
      const readAt = moment();
      counted.set(readAt, allStates());
      for (const oldest of [...counted.keys()].slice(0, -maxCounts)) counted.delete(oldest);
      const states = statesWhere(({ changedAt }) => changedAt >= since);
      const writes = [...states.values()].reduce((sum, { n = 0 }) => sum + n, 0);
      return Promise.resolve({ documents: states.size, writes, readAt });
    },

    pending: () =>
      Promise.resolve({ states: statesWhere(({ pending }) => pending), readAt: moment() }),
  };
}
