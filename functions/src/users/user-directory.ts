import type { Place, UserQuery } from "./user-query";

/** A user as `users/{uid}` holds them. */
export interface User {
  id: string;
  firstName: string;
  lastName: string;
  /** `null` for an account without one. */
  email: string | null;
  emailVerified: boolean;
  /** `null` for none. */
  role: string | null;
  disabled: boolean;
  /** A BCP 47 tag such as `fr` or `pt-BR`; `null` when nobody said. */
  locale: string | null;
  /** How the account came to be: `PASSWORD`, `GOOGLE`, … */
  signUpMethod: string;
  /** Of an account that is disabled, where somebody did that here. */
  disabling?: Disabling | undefined;
}

/** Who disabled an account, and why. */
export interface Disabling {
  /** Milliseconds since 1970, by Firestore's clock. */
  readonly at: number;
  /** A uid, or `null` for the project's own code. */
  readonly by: string | null;
  /** `null` where nobody said. */
  readonly reason: string | null;
}

/** A page of users. */
export interface UserPage {
  readonly users: readonly User[];
  /** Where the next page begins; absent on the last one. */
  readonly next?: Place;
}

/** Reads the documents of the users. The role here is the true one; claims are copies of it. */
export interface UserDirectory {
  find(id: string): Promise<User | undefined>;

  /** Reads all that the document of a user says, fields of the team's own included, as JSON has it. */
  export(id: string): Promise<Record<string, unknown>>;

  /** Reads a page of the users that a query is about. */
  list(query: UserQuery): Promise<UserPage>;
}
