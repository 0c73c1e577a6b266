/** How something ended. */
export type ActivityOutcome = "ok" | "refused" | "failed";

/** What happened to an account. It holds no address, token or code. */
export interface ActivityEntry {
  /** The operation's name. */
  readonly action: string;
  readonly outcome: ActivityOutcome;
  /** The code of a refusal or failure. */
  readonly code?: string;
  /** Whose account it is about; `null` where nobody has the address that was tried. */
  readonly userId: string | null;
  /** Who did it: a uid, or `null` for the project's own code and for an unknown client. */
  readonly by: string | null;
  /** Browser and system in words. */
  readonly device: string;
  /** The network: an IPv4 /24 or IPv6 /48; empty where unknown. */
  readonly place: string;
  readonly requestId: string;
}

/** An entry as it was written. */
export interface StoredActivity extends ActivityEntry {
  readonly id: string;
  /** Milliseconds since 1970, by Firestore's clock. */
  readonly at: number;
}

export interface ActivityQuery {
  readonly userId?: string;
  readonly action?: string;
  readonly limit: number;
  /** The id of the entry after which the next page begins. */
  readonly after?: string;
}

/** The trail `activity/{id}`. Every method throws `unavailable` in an outage. */
export interface ActivityLog {
  add(entry: ActivityEntry): Promise<void>;

  /** Reads entries, newest first. */
  list(query: ActivityQuery): Promise<StoredActivity[]>;

  /**
   * Removes the entries about a user, in batches. Entries about others that this user caused as an
   * administrator stay, with nothing but the uid.
   */
  removeAbout(userId: string): Promise<void>;
}
