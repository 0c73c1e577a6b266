/** What ended or changed an account's rights recently, as `authState/{uid}` holds it. */
export interface AccountState {
  /** Sessions begun in this second (since 1970) or before have ended; `null` when none have. */
  readonly validAfter: number | null;
  /**
   * The role that decides, whatever a token claims. `null`: none, while a change is under way. `undefined`: the
   * document does not say.
   */
  readonly role: string | null | undefined;
  readonly disabled: boolean;
  readonly deleted: boolean;
  /** No session is good while a credential is being changed. */
  readonly closed?: boolean;
  /** Firebase Auth may not be in line yet: the change failed half-way, or is under way. */
  readonly pending: boolean;
  /** Milliseconds since 1970, by Firestore's clock. */
  readonly changedAt: number;
  /** Sessions that were ended one by one: the seconds (since 1970) in which they began. */
  readonly endedSessions?: readonly number[];
  /** How many times this document was written; `undefined` where it does not say. */
  readonly n?: number;
  /** Microseconds since 1970 at which this version of the document was written; later wins. */
  readonly version: number;
}

export interface StateReading {
  readonly states: ReadonlyMap<string, AccountState>;
  /** Milliseconds since 1970, by Firestore's clock: everything visible by then was read. */
  readonly readAt: number;
}

/** What changed recently, in two numbers: any further change makes one of them grow. */
export interface StateTally {
  /** Documents that changed. */
  readonly documents: number;
  /** How many times these have been written in all, the sum of their `n`. */
  readonly writes: number;
  /**
   * Milliseconds since 1970, by Firestore's clock and to the microsecond: everything visible by then was counted, and
   * can be read as it was then.
   */
  readonly readAt: number;
}

/** Which changes to read. Times are milliseconds since 1970, by Firestore's clock. */
export interface ReadingLimits {
  /** As they were at that moment, which a count named some seconds ago at most. Default: as they are now. */
  readonly at?: number;
  /** Those that changed before then. Default: all. */
  readonly until?: number;
}

/** Reads the documents `authState/{uid}`, one per account, latest wins. */
export interface AccountStates {
  read(uid: string): Promise<AccountState | undefined>;

  /** Reads what changed at or after `since` (milliseconds since 1970, by Firestore's clock), in pages. */
  changedSince(since: number, limits?: ReadingLimits): Promise<StateReading>;

  /** Counts what changed at or after `since`, at a thousandth of the price of reading it. */
  tallySince(since: number): Promise<StateTally>;

  /** Reads the changes that were begun and not finished. */
  pending(): Promise<StateReading>;
}
