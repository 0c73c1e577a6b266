import type {
  AccountState,
  AccountStates,
  StateReading,
} from "../../src/access/live/account-state";
import type { MemoryRecords } from "./records";

/** What checks read of the states in memory. */
export function memoryAccountStates(records: MemoryRecords, now: () => number): AccountStates {
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

  function statesWhere(holds: (state: AccountState) => boolean): StateReading {
    const all = records.uids().flatMap((uid) => {
      const state = stateOf(uid);
      return state && holds(state) ? [[uid, state] as const] : [];
    });
    return { states: new Map(all), readAt: now() };
  }

  return {
    read: (uid) => Promise.resolve(stateOf(uid)),
    changedSince: (since) => Promise.resolve(statesWhere(({ changedAt }) => changedAt >= since)),
    tallySince(since) {
      const { states, readAt } = statesWhere(({ changedAt }) => changedAt >= since);
      const writes = [...states.values()].reduce((sum, { n = 0 }) => sum + n, 0);
      return Promise.resolve({ documents: states.size, writes, readAt });
    },
    pending: () => Promise.resolve(statesWhere(({ pending }) => pending)),
  };
}
