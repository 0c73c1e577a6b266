import type { AccountStates, Amendment, IntendedUser, StateWrite } from "./account-state";
import { elapsed, type Instant, now } from "./instant";
import type { LiveState } from "./live-state";

/**
 * A commit that took longer may have become visible after others looked beyond its time: half of the
 * overlap with which they look back (see live-state.ts).
 */
const slowCommitMilliseconds = 5_000;

/** How many sessions of an account are remembered that were ended one by one. */
const endedSessionsKept = 50;

export interface AccountChange {
  /** Ends every session begun until now. */
  endsSessions?: true;
  role?: string;
  disabled?: boolean;
  deleted?: true;
  /** A role that this user is about to lose, of which somebody enabled must remain. */
  keeps?: string;
}

/**
 * The one writer of account states. Whatever ends or changes rights goes through it, in this order:
 * the state says `pending` and is as closed as it gets; Firebase Auth changes; the state says what is.
 * A failure between leaves the account more closed than asked, and asking again finishes the job.
 */
export interface AccountChanges {
  /**
   * Makes a change, of which `apply` is Firebase Auth's part.
   *
   * @throws {AuthError} What `apply` throws; `not-allowed` when nobody would remain of the role that the
   *   change `keeps`. Nothing has changed then.
   */
  make(uid: string, change: AccountChange, apply: () => Promise<void>): Promise<void>;

  /**
   * Writes down what is already so in Firebase Auth. Leaves a state alone that is pending: somebody is
   * at it.
   */
  record(uid: string, difference: Amendment<Omit<StateWrite, "pending">>): Promise<void>;

  /**
   * Ends one session, by the second (since 1970) in which it began: its access tokens are refused, and
   * so are renewals. Firebase knows no such thing and goes on honouring its own refresh token.
   */
  endSession(uid: string, authTime: number): Promise<void>;

  /** Marks a pending change as finished. The caller has brought Firebase Auth in line. */
  finish(uid: string, state: Omit<StateWrite, "pending">): Promise<void>;
}

export function accountChanges(
  states: AccountStates,
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
