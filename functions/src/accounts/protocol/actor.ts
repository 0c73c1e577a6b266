import type { Caller } from "../../access/caller";
import type { AccountState } from "../../access/live/account-state";
import type { ActivityEntry, Trace } from "../../activity/activity";
import { type AuthError, isAuthError } from "../../errors";
import type { AccountRecord, Step } from "../../users/account-record";
import type { User } from "../../users/user-directory";

/** On whose behalf a change is made: the project's own code, a user who must still be let in when it is written, or nobody in particular. */
export type Actor = "server" | ActingUser | { readonly trace: Trace };

export interface ActingUser {
  readonly uid: string;
  /** Asks the operation's guard again, about what the user's documents say now. @throws {AuthError} */
  readonly recheck: (record: AccountRecord) => void | Promise<void>;
  /** What the trail says of the request. Default: it says nothing. */
  readonly trace?: Trace;
}

/** Who asked for a change, as an operation knows them. Whoever holds a mailed code is nobody in particular. */
export function actorOf({
  caller,
  recheck,
  trace,
}: {
  readonly caller: Caller;
  readonly recheck: (state: AccountState | undefined) => Promise<void>;
  readonly trace: Trace;
}): Actor {
  if (caller.kind !== "user") return { trace };
  return { uid: caller.userId, recheck: (record) => recheck(accountStateOf(record)), trace };
}

/** The user who acts, if one does. */
export const actingUser = (by: Actor): ActingUser | undefined =>
  by !== "server" && "uid" in by ? by : undefined;

/** What the trail says of a change of an account, under the id of the change; nothing where nobody asked for it. */
export function changeEntry(
  id: string,
  uid: string,
  by: Actor,
  outcome: Pick<ActivityEntry, "outcome" | "code"> = { outcome: "ok" },
): Step<unknown>["activity"] {
  const trace = by === "server" ? undefined : by.trace;
  return trace && { id, entry: { ...trace, ...outcome, userId: uid } };
}

/** Who disables an account, and why; nothing of it any more where it is enabled. */
export function disablingOf(
  { disabled }: { readonly disabled?: boolean },
  by: Actor,
  at: number,
): Pick<User, "disabling"> {
  if (disabled === undefined) return {};
  if (!disabled) return { disabling: undefined };
  const reason = by === "server" ? undefined : by.trace?.reason;
  return { disabling: { at, by: actingUser(by)?.uid ?? null, reason: reason ?? null } };
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

/** What a check refuses with, to be thrown outside the transaction, which would be tried again. */
export async function refusalOf(check: () => Promise<void>): Promise<AuthError | undefined> {
  try {
    await check();
    return undefined;
  } catch (error) {
    if (isAuthError(error)) return error;
    throw error;
  }
}
