import type { ActivityEntry } from "../activity/activity";
import type { StoredSession } from "./stored-session";

/** The result of a change: the new session, and the answer for the caller. */
export interface SessionChange<Outcome> {
  /** As the session is from now on; `null` removes it, `undefined` leaves it as it is. */
  readonly session?: StoredSession | null | undefined;
  readonly outcome: Outcome;
}

/** The documents `users/{uid}/sessions/{id}`. Every method throws `unavailable` in an outage. */
export interface SessionStore {
  /**
   * Writes a session that was just begun, in one write with what the trail says of it.
   *
   * @param entry - `undefined` where something else tells the trail.
   */
  add(uid: string, session: StoredSession, entry: ActivityEntry | undefined): Promise<void>;

  find(uid: string, id: string): Promise<StoredSession | undefined>;

  /** Reads a user's sessions, newest first. */
  list(uid: string): Promise<StoredSession[]>;

  /** Counts a user's sessions, at a thousandth of the price of reading them. */
  count(uid: string): Promise<number>;

  /**
   * Changes a session in one transaction. `decide` may be asked again when others were faster, and has no effect
   * but its answer.
   */
  change<Outcome>(
    uid: string,
    id: string,
    decide: (session: StoredSession | undefined) => SessionChange<Outcome>,
  ): Promise<Outcome>;

  /** Removes sessions; unknown ids are ignored. */
  remove(uid: string, ids: readonly string[]): Promise<void>;

  /** Names the sessions that began in one second (since 1970). */
  idsOf(uid: string, second: number): Promise<string[]>;

  /** Removes the sessions that began in one second (since 1970) or before: they were all ended. */
  removeThrough(uid: string, second: number): Promise<void>;

  /** Removes every session of a user. */
  removeAll(uid: string): Promise<void>;
}
