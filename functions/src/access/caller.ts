/** Who is asking. */
export type Caller =
  /** Code that holds the project's authority already. */
  | { readonly kind: "server" }
  /** Nobody said. */
  | { readonly kind: "anonymous" }
  | SignedInCaller;

/** Somebody with a genuine token of a session that lives, of an account that exists and is not disabled. */
export interface SignedInCaller {
  readonly kind: "user";
  readonly userId: string;
  /** The role that counts now, whatever the token claims; `null` for none. */
  readonly role: string | null;
  /** The account's address, proved or not; `null` for none. */
  readonly email: string | null;
  readonly emailVerified: boolean;
}
