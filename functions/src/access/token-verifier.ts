/** What a genuine ID token says, frozen: one caller can't change what another gets. */
export interface VerifiedToken {
  readonly uid: string;
  /** When the session began that this token belongs to, in seconds since 1970. */
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

/** Says whether an ID token is genuine and in date; whether its session still lives is the live state's to say. */
export interface TokenVerifier {
  /**
   * Verifies a token's form, signature and claims. Answers at once when the key is at hand, and with
   * a promise when keys must be fetched first. A refusal is thrown or the promise's rejection, likewise.
   *
   * @throws {AuthError} `token-expired` if that is the only flaw; `token-invalid` for every other;
   *   `unavailable` when no key could be fetched.
   */
  verify(token: string): VerifiedToken | Promise<VerifiedToken>;
}
