/** The contents of a genuine ID token. Frozen, so that one caller can't change what another gets. */
export interface VerifiedToken {
  readonly uid: string;
  /** When the token's session began, in seconds since 1970. */
  readonly authTime: number;
  /** Seconds since 1970. */
  readonly issuedAt: number;
  /** Seconds since 1970. */
  readonly expiresAt: number;
  /** With A–Z folded to lower case. Proved to be the user's only if `emailVerified`. */
  readonly email: string | null;
  readonly emailVerified: boolean;
  /** The custom claim `role`, as it was when the token was made. */
  readonly role: string | null;
  /** The kind of second factor that the session began with; `null` for none. */
  readonly secondFactor: string | null;
}

/**
 * Checks whether an ID token is genuine and in date. Whether its session is still active is the live state's to
 * decide.
 */
export interface TokenVerifier {
  /**
   * Verifies a token's form, signature and claims. Returns at once when the key is in memory, and a promise when
   * keys must be fetched first. A refusal is thrown, or the promise is rejected with it, accordingly.
   *
   * @throws {AuthError} `token-expired` if that is the only flaw; `token-invalid` for every other; `unavailable`
   *   when no key could be fetched.
   */
  verify(token: string): VerifiedToken | Promise<VerifiedToken>;
}
