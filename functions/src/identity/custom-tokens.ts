/**
 * The claim that binds a session of Firebase's SDK to one of ours. It holds no role, and nobody else may use its name:
 * the claims of an account would take its place.
 */
export const bindingClaim = "backendSession";

/** What a custom token is bound to. A token of Firebase's that it is exchanged for is worth no more than that. */
export interface SessionBinding {
  /** When our session began, in seconds since 1970, whatever the token's own `auth_time`. */
  readonly began: number;
  /**
   * When it is over, in seconds since 1970, however often Firebase's SDK renews it: the live state knows what ended only
   * for as long as an access token lives.
   */
  readonly until: number;
}

/** Makes tokens that sign Firebase's SDK in. */
export interface CustomTokens {
  /** @throws {AuthError} `unavailable`; `internal` where the project may not sign. */
  make(uid: string, binding: SessionBinding): Promise<string>;
}
