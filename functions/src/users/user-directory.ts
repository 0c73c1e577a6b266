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
}

/** The documents of the users. The role here is the true one; claims are copies of it. */
export interface UserDirectory {
  find(id: string): Promise<User | undefined>;

  /** Reads a page of at most `limit` users, ordered by id, that come after one id. */
  list(limit: number, after?: string): Promise<User[]>;

  /** Writes a user unless there is one already. Says whether it did. */
  create(user: User): Promise<boolean>;

  /** Writes a user whose account is about to be made, so that `settle` or the sweeper must follow. */
  prepare(user: User): Promise<void>;

  /** Says that the account of a prepared user exists now. */
  settle(id: string): Promise<void>;

  /** Says that the account of a prepared user could not be finished, and may be made anew. */
  giveUp(id: string): Promise<void>;

  /** Says whether a user was prepared and given up. */
  isGivenUp(id: string): Promise<boolean>;

  /** Names users who were prepared before a moment and never settled, at most 100. */
  preparedBefore(moment: Date): Promise<string[]>;

  /** Changes the named fields and leaves all others alone. Does nothing when there is no such user. */
  update(id: string, fields: Partial<Omit<User, "id">>): Promise<void>;

  remove(id: string): Promise<void>;
}
