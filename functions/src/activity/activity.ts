/** How something ended. */
export type ActivityOutcome = "ok" | "refused" | "failed";

/** What the trail says about the request. */
export interface Trace {
  /** The operation's name. */
  readonly action: string;
  /** Who did it: a uid, or `null` for the project's own code and for unknown clients. */
  readonly by: string | null;
  /** Browser and system in words. */
  readonly device: string;
  /** The network: an IPv4 /24 or IPv6 /48; empty where unknown. */
  readonly place: string;
  readonly requestId: string;
  /** Why an administrator did it, as they said; for administrators alone. */
  readonly reason?: string;
}

/** What happened to an account. It holds no address, token or code. */
export interface ActivityEntry extends Trace {
  /** `failed`: it is not known whether it was done. */
  readonly outcome: ActivityOutcome;
  /** The code of a refusal or failure. */
  readonly code?: string;
  /** Whose account it is about; `null` where nobody has the address that was tried. */
  readonly userId: string | null;
  /** How many accounts it is about, where that is more than one. */
  readonly count?: number;
}

/** An entry as it was written. */
export interface StoredActivity extends ActivityEntry {
  readonly id: string;
  /** Milliseconds since 1970, by Firestore's clock. */
  readonly at: number;
}

export interface ActivityQuery {
  readonly userId?: string | undefined;
  readonly action?: string | undefined;
  readonly limit: number;
  /** The id of the entry after which the page begins. */
  readonly after?: string | undefined;
}

/** The trail `activity/{id}`. Every method throws `unavailable` in an outage. */
export interface ActivityLog {
  /** Adds an entry. Not for changes of an account's documents, which write theirs in their own transaction. */
  add(entry: ActivityEntry): Promise<void>;

  /** The same under an id: once more, it takes the place of the first. */
  put(id: string, entry: ActivityEntry): Promise<void>;

  /** Reads a page of entries, newest first. */
  list(query: ActivityQuery): Promise<StoredActivity[]>;

  /** Removes the entries about a user, except for what administrators did to them. */
  removeAbout(userId: string): Promise<void>;
}
