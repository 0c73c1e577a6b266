import type { Account } from "./accounts";

/** A session as Firebase Auth opens or renews it. */
export interface Session {
  uid: string;
  /** The ID token, which clients get as the access token. */
  idToken: string;
  refreshToken: string;
  /** Seconds for which the ID token is good. */
  expiresIn: number;
  /** When the ID token ends, in seconds since 1970. */
  expiresAt: number;
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
