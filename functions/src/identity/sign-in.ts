/** A session as Firebase Auth opens or renews it. */
export interface Session {
  uid: string;
  /** The ID token: what the contract calls the access token. */
  idToken: string;
  refreshToken: string;
  /** Seconds for which the ID token is good. */
  expiresIn: number;
  /** When the session began, in seconds since 1970, by Firebase's clock: the ID token's `auth_time`. */
  authTime: number;
  /** The role that the ID token claims. */
  role: string | null;
}

/** A session opened with a provider's token. */
export interface ProviderSession extends Session {
  /** Whether this very sign-in made the account. */
  isNewUser: boolean;
  /** The names as the provider has them; empty where it has none. */
  firstName: string;
  lastName: string;
}

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

/** Firebase Auth as its clients reach it: signing in, renewing, looking oneself up. */
export interface SignIn {
  /**
   * @throws {AuthError} `invalid-credentials`, `user-disabled`, `too-many-attempts`,
   *   `second-factor-required` (with `details.mfaPendingCredential` and `details.hints`), `unavailable`.
   */
  withPassword(email: string, password: string): Promise<Session>;

  /**
   * Signs in with a provider's ID token; Firebase makes the account if there is none.
   *
   * @param options.mayCreate - `false` asks Firebase to make none, which is `sign-up-closed` then. Default `true`.
   * @throws {AuthError} As `withPassword`; `account-exists`, `sign-up-closed` as well.
   */
  withProvider(
    providerId: string,
    idToken: string,
    options?: { mayCreate?: boolean },
  ): Promise<ProviderSession>;

  /** @throws {AuthError} `refresh-token-invalid`, `session-revoked`, `user-disabled`, `unavailable`. */
  renew(refreshToken: string): Promise<Session>;

  /** Looks up the account of an ID token that Firebase has just given out. */
  lookUp(idToken: string): Promise<Account>;
}
