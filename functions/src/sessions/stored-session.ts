/** A session as `users/{uid}/sessions/{second}-{random}` holds it. Nothing in it opens anything without the client's token. */
export interface StoredSession {
  /** `{second}-{random}`; the second is the `auth_time` of the session's tokens. */
  readonly id: string;
  /** Milliseconds since 1970, as all times here. */
  readonly createdAt: number;
  readonly lastUsedAt: number;
  /** When the session ends if it is not used before, or at its absolute end. */
  readonly expireAt: number;
  /** Browser and system in words: "Chrome on macOS". */
  readonly device: string;
  /** The network that it was last used from: an IPv4 /24 or IPv6 /48; empty where unknown. */
  readonly place: string;
  /** The number of the newest refresh token that was ever made. */
  readonly newest: number;
  readonly current: CurrentToken;
  /** Tokens that were replaced less than a minute ago, and the last one that was; oldest first. */
  readonly predecessors: readonly Predecessor[];
}

/** The refresh token that is good now. */
export interface CurrentToken {
  readonly generation: number;
  readonly issuedAt: number;
  /** Whether a client has shown it: then the reply that brought it was not lost. */
  readonly used: boolean;
  /** Firebase's refresh token, sealed under this token's secret. */
  readonly firebaseToken: string;
}

/** A refresh token that was replaced. */
export interface Predecessor {
  readonly generation: number;
  readonly replacedAt: number;
  /** The generation that replaced it, and that one's secret, sealed under this token's. */
  readonly successor: { readonly generation: number; readonly secret: string };
}
