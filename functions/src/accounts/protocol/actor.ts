import type { Caller } from "../../access/caller";
import type { AccountState } from "../../access/live/account-state";
import type { AccountRecord } from "../../users/account-record";

/** On whose behalf a change is made: the project's own code, or a user who must still be let in when it is written. */
export type Actor = "server" | ActingUser;

export interface ActingUser {
  readonly uid: string;
  /** Asks the operation's guard again, about what the user's documents say now. @throws {AuthError} */
  readonly recheck: (record: AccountRecord) => void | Promise<void>;
}

/** Who asked for a change, as an operation knows them. Whoever holds a mailed code is nobody in particular. */
export function actorOf({
  caller,
  recheck,
}: {
  readonly caller: Caller;
  readonly recheck: (state: AccountState | undefined) => Promise<void>;
}): Actor {
  if (caller.kind !== "user") return "server";
  return { uid: caller.userId, recheck: (record) => recheck(accountStateOf(record)) };
}

/** What counts for a caller now: documents decide, whatever a token claims. */
function accountStateOf({ state, user }: AccountRecord): AccountState {
  const marks = Object.values(state?.marks ?? {});
  return {
    validAfter: state?.validAfter ?? null,
    role: user?.role ?? null,
    disabled: user?.disabled ?? state?.disabled ?? false,
    deleted: state?.deleted ?? false,
    closed: marks.some(({ closes }) => closes),
    pending: marks.length > 0,
    changedAt: 0,
    endedSessions: state?.endedSessions ?? [],
    version: 0,
  };
}
