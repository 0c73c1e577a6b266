/** Code on the server, which has the project's authority already. */
export interface ServerCaller {
  readonly kind: "server";
}

/** A client without a token, or one whose token was not asked for. */
export interface AnonymousCaller {
  readonly kind: "anonymous";
}

/** A client with a genuine token of an active session, of an account that exists and is not disabled. */
export interface SignedInCaller {
  readonly kind: "user";
  readonly userId: string;
  /** The role that counts now, whatever the token claims; `null` for none. */
  readonly role: string | null;
  /** The account's address, proved or not; `null` for none. */
  readonly email: string | null;
  readonly emailVerified: boolean;
  /** When they signed in, in seconds since 1970; renewing a token does not change it. */
  readonly authTime: number;
  /** The kind of second factor they signed in with, such as `phone` or `totp`; `null` for none. */
  readonly secondFactor: string | null;
}

/** Who sent a request. */
export type ClientCaller = AnonymousCaller | SignedInCaller;

/** Who is calling. */
export type Caller = ServerCaller | ClientCaller;
