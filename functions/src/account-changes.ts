import type { AccountState } from "./access/live/account-state";

/** What a write to `authState/{uid}` says; what it does not name stays as it is. */
export interface StateWrite {
  /** `true` ends every session begun until now; a number those begun in that second (since 1970) or before. */
  validAfter?: true | number;
  role?: string | null;
  disabled?: boolean;
  deleted?: boolean;
  endedSessions?: readonly number[];
  pending: boolean;
}

/** What changes in `users/{uid}` together with the state, in one atomic write. */
export interface IntendedUser {
  role?: string;
  disabled?: boolean;
}

/** What was changed elsewhere and is to be written down. */
export interface Difference<Write> {
  state: Write;
  user: IntendedUser;
}

export type StateDifference = Difference<Omit<StateWrite, "pending">>;

export type Amendment<Write> = (
  state: AccountState | undefined,
  user: Required<IntendedUser>,
) => Difference<Write> | undefined;

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
