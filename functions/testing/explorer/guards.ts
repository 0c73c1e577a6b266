import { AuthError } from "../../src/errors";
import type { AccountRecord } from "../../src/users/account-record";

/** The guard of the administration of users, asked about what was just read. */
export function onlyAdmins(record: AccountRecord): void {
  refuseClosed(record);
  if (record.user?.role !== "Admin") throw new AuthError("not-allowed", "You may not do this.");
}

export function refuseClosed({ state, user }: AccountRecord): void {
  if (user?.disabled || state?.deleted || state?.disabled) {
    throw new AuthError("session-revoked", "This session has ended.");
  }
}

/** Waits for a change. A refusal or an outage promises nothing; anything else is a bug. */
export async function succeeds(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    if (error instanceof AuthError) return false;
    throw error;
  }
}
