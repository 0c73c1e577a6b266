import type { Account } from "./sign-in";

export interface NewAccount {
  uid: string;
  email: string;
  password: string;
  displayName: string;
}

/** What changes in an account, all of it at once. What is not named stays. */
export interface AccountUpdate {
  /** All custom claims: Firebase can't set one alone. */
  claims?: Readonly<Record<string, unknown>>;
  disabled?: boolean;
  /** Seconds since 1970: refresh tokens of sessions begun before are worthless. */
  validSince?: number;
  /** Another address, which is not verified. */
  email?: string;
  password?: string;
  displayName?: string | null;
  /** Ways to sign in that go: providers' ids, `password`, `phone`. */
  unlink?: readonly string[];
}

/** Firebase Auth as the project's own servers reach it. Every method throws `unavailable` in an outage. */
export interface Accounts {
  /** @throws {AuthError} `email-exists`, `weak-password`, `invalid-request`. */
  create(account: NewAccount): Promise<void>;

  find(uid: string): Promise<Account | undefined>;
  findByEmail(email: string): Promise<Account | undefined>;

  /** Finds up to 100 accounts; those that are not there are left out. */
  findMany(uids: readonly string[]): Promise<Account[]>;

  /** Reads what Firebase Auth keeps of an account, but for hashes. @throws {AuthError} `user-not-found` */
  export(uid: string): Promise<Record<string, unknown>>;

  /** @throws {AuthError} `user-not-found`, `email-exists`, `weak-password`. */
  update(uid: string, changes: AccountUpdate): Promise<void>;

  /** Does nothing when there is no such account. */
  remove(uid: string): Promise<void>;

  /** Makes a link to choose a new password. It holds a secret code. @throws {AuthError} `user-not-found`. */
  passwordResetLink(email: string): Promise<string>;

  /** Makes a link to verify an address. It holds a secret code. @throws {AuthError} `user-not-found`. */
  emailVerificationLink(email: string): Promise<string>;

  /**
   * Makes a link by which the account of one address takes another. It holds a secret code.
   *
   * @throws {AuthError} `user-not-found`, `email-exists`.
   */
  emailChangeLink(email: string, newEmail: string): Promise<string>;
}
