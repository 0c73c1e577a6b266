import type { AuthKeys } from "./auth-keys";
import type { Clock } from "./clock";
import type { Access } from "./access/access";
import type { AppCheck } from "./access/app-check";
import type { ActivityLog } from "./activity/activity";
import type { AccountStates } from "./access/live/account-state";
import type { LiveState } from "./access/live/live-state";
import type { Settings } from "./config";
import type { CustomTokens } from "./identity/custom-tokens";
import type { Accounts } from "./identity/accounts";
import type { ActionCodes } from "./identity/action-codes";
import type { SignIn } from "./identity/sign-in";
import type { ClientNetwork } from "./network/client-network";
import type { IssuedCodes } from "./mail/issued-codes/issued-codes";
import type { Outbox } from "./mail/outbox/outbox";
import type { OutboxAdmin } from "./mail/outbox/admin/outbox-admin";
import type { Invitations } from "./invitations/invitation";
import type { Limits } from "./limits/limits";
import type { PasswordRules } from "./passwords/password-rules";
import type { SessionStore } from "./sessions/session-store";
import type { AccountRecords } from "./users/account-record";
import type { System } from "./system/system";
import type { Readiness } from "./readiness";
import type { UserDirectory } from "./users/user-directory";

/**
 * What the operations need from the outside world. An operation gets all of it, and so does what hands it on; a function
 * that uses a few itself names them (`Pick`), so that tests and triggers can call it with those.
 */
export interface Ports {
  access: Access;
  signIn: SignIn;
  accounts: Accounts;
  customTokens: CustomTokens;
  actionCodes: ActionCodes;
  users: UserDirectory;
  records: AccountRecords;
  sessions: SessionStore;
  states: AccountStates;
  live: LiveState;
  clock: Clock;
  /** Makes an id that no other mark has. */
  newMarkId(): string;
  outbox: Outbox;
  /** The same mails, for whoever looks after them. */
  mails: OutboxAdmin;
  issuedCodes: Pick<IssuedCodes, "find">;
  invitations: Invitations;
  /** Whether requests come from the project's own apps. */
  appCheck: AppCheck;
  /** How often one may try what. */
  limits: Limits;
  activity: ActivityLog;
  /** What a new password must be. */
  passwords: PasswordRules;
  /** Says whose network a request came from, by its header `X-Forwarded-For`. */
  networkOf: (forwardedFor: string | undefined) => ClientNetwork;
  /** The server's own keys (`AUTH_KEYS`). */
  keys: AuthKeys;
  readiness: Readiness;
  system: System;
  settings: Settings;
}
