import type { Amendment, IntendedUser, StateWrite } from "../account-changes";

/** Writes the documents `authState/{uid}`, and with them what is intended for `users/{uid}`. */
export interface AccountStateWriter {
  /**
   * Writes a state, and what is intended for the user, atomically.
   *
   * @param keeps - a role of which somebody enabled must remain when this user loses it.
   * @throws {AuthError} `not-allowed` when nobody would.
   */
  write(uid: string, state: StateWrite, user?: IntendedUser, keeps?: string): Promise<void>;

  /** Writes what `amendment` makes of state and user as they are, in one transaction; `undefined` writes nothing. */
  amend(uid: string, amendment: Amendment<StateWrite>): Promise<void>;
}
