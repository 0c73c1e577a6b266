import type { AccountRecord } from "../../users/account-record";

/** On whose behalf a change is made: the project's own code, or a user who must still be let in when it is written. */
export type Actor = "server" | ActingUser;

export interface ActingUser {
  readonly uid: string;
  /** Asks the operation's guard again, about what the user's documents say now. @throws {AuthError} */
  readonly recheck: (record: AccountRecord) => void | Promise<void>;
}
