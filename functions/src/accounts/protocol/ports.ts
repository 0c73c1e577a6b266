import type { Settings } from "../../config";
import type { Accounts } from "../../identity/accounts";
import type { Outbox } from "../../mail/outbox/outbox";
import type { AccountRecords } from "../../users/account-record";
import type { Clock } from "../../clock";

/**
 * The ports of a change: Firebase Auth, the two documents of an account, and time. Every call is one step; between
 * any two steps others may do theirs, or the process may end.
 */
export interface ChangePorts {
  accounts: Pick<Accounts, "find" | "findMany" | "update" | "remove">;
  records: Pick<AccountRecords, "read" | "transact" | "markedBefore" | "holders">;
  outbox: Pick<Outbox, "hurry">;
  clock: Clock;
  settings: Pick<Settings, "roles" | "requireVerifiedEmail">;
  /** Makes an id that no other mark has. */
  newMarkId(): string;
}
