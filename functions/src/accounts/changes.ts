import { elapsed, type Instant, now } from "../access/live/instant";
import type { LiveState } from "../access/live/live-state";
import type { AccountChange, AccountChanges, IntendedUser, StateWrite } from "../account-changes";
import type { AccountStateWriter } from "./state-writer";

/**
 * A commit that took longer may have become visible after others looked beyond its time: half of the
 * overlap with which they look back (see live-state.ts).
 */
const slowCommitMilliseconds = 5_000;

/** How many sessions of an account are remembered that were ended one by one. */
const endedSessionsKept = 50;

export function accountChanges(
  states: AccountStateWriter,
  live: Pick<LiveState, "read">,
  clock: () => Instant = now,
): AccountChanges {
  async function write(
    uid: string,
    state: StateWrite,
    user?: IntendedUser,
    keeps?: string,
  ): Promise<void> {
    await written(() => states.write(uid, state, user, keeps));
  }

  async function written(commit: (again: boolean) => Promise<void>): Promise<void> {
    const sent = clock();
    await commit(false);
    if (elapsed(sent, clock()) > slowCommitMilliseconds) await commit(true);
  }

  async function finish(uid: string, state: Omit<StateWrite, "pending">): Promise<void> {
    await write(uid, { ...state, pending: false });
    // Read back, this instance refuses at once.
    await live.read(uid);
  }

  return {
    async make(uid, change, apply) {
      await write(uid, { ...begun(change), pending: true }, intended(change), change.keeps);
      await apply();
      await finish(uid, stateOf(change));
    },

    async record(uid, difference) {
      await written((again) =>
        states.amend(uid, (state, user) => {
          if (state?.pending) return undefined;
          const found = difference(state, user) ?? (again ? nothingNew : undefined);
          return found && { ...found, state: { ...found.state, pending: false } };
        }),
      );
      await live.read(uid);
    },

    async endSession(uid, authTime) {
      await written(() =>
        states.amend(uid, (state) => {
          const ended = new Set(state?.endedSessions).add(authTime);
          const endedSessions = [...ended].slice(-endedSessionsKept);
          return { state: { endedSessions, pending: state?.pending ?? false }, user: {} };
        }),
      );
      await live.read(uid);
    },

    finish,
  };
}

/** Writes a state as it is, with the time of now. */
const nothingNew = { state: {}, user: {} };

/** While a change is under way nobody holds a role that is being changed, and who is disabled stays so. */
function begun(change: AccountChange): Omit<StateWrite, "pending"> {
  return {
    ...stateOf(change),
    ...(change.role !== undefined && { role: null }),
    ...(change.disabled !== undefined && { disabled: true }),
  };
}

/**
 * Sessions are ended by the first write and by the last: Firebase Auth ends them between the two, later
 * by the clock than the first. Who signed in meanwhile must sign in again.
 */
function stateOf({ endsSessions, keeps, ...rest }: AccountChange): Omit<StateWrite, "pending"> {
  return { ...rest, ...(endsSessions && { validAfter: true as const }) };
}

/** `users/{uid}` holds what is meant to be, from the first write on: it is what the sweeper finishes by. */
function intended({ role, disabled, deleted }: AccountChange): IntendedUser | undefined {
  // Whoever is about to go counts no longer among those who hold a role.
  if (deleted) return { disabled: true };
  if (role === undefined && disabled === undefined) return undefined;
  return { ...(role !== undefined && { role }), ...(disabled !== undefined && { disabled }) };
}
