/** An account as Firebase Auth has it now, whatever its tokens and its document say. */
export interface Account {
  uid: string;
  email: string | null;
  emailVerified: boolean;
  disabled: boolean;
  displayName: string;
  /** Milliseconds since 1970. Another account of the same uid has another one. */
  createdAt: number;
  /** Seconds since 1970: Firebase refuses refresh tokens of sessions begun before. */
  validSince: number;
  /** The sign-in providers: `password`, `google.com`, … */
  providers: readonly string[];
  /** The custom claims, of which `role` is ours. */
  claims: Readonly<Record<string, unknown>>;
  /** Whether there is a second factor to sign in with. */
  hasSecondFactor: boolean;
  secondFactors: readonly SecondFactor[];
  /** Milliseconds since 1970; `null` for who never signed in. */
  lastSignInAt: number | null;
  /** When a session began or was renewed last, in milliseconds since 1970; `null` for never. */
  lastSeenAt: number | null;
  /** When Firebase Auth said so, in seconds since 1970 by its own clock. */
  asOf: number;
}

/** A second factor of an account. */
export interface SecondFactor {
  id: string;
  kind: "phone" | "totp";
  /** What its owner called it; empty where they did not. */
  name: string;
  /** ISO 8601 in UTC; `null` where Firebase does not say. */
  enrolledAt: string | null;
}

export interface NewAccount {
  uid: string;
  email: string;
  /** `undefined`: its owner chooses one later. */
  password: string | undefined;
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
  /** Says that its owner proved the address. */
  emailVerified?: true;
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
