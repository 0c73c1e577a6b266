import type { ActivityEntry } from "../activity/activity";
import type { WrittenMail } from "./change-mail";
import type { User } from "./user-directory";

/** What a change brings to Firebase Auth. */
export type MarkedField =
  | "account"
  | "role"
  | "disabled"
  | "sessions"
  | "credentials"
  /** Nothing yet: a provider's sign-in may prove an address that was never proved before. */
  | "proof";

/** A change under way, which its own maker alone clears (see docs/live-authorization.md). */
export interface Mark {
  readonly fields: readonly MarkedField[];
  /** When it was set, in milliseconds since 1970 by Firestore's clock. */
  readonly since: number;
  /** No session is good while it stands. */
  readonly closes: boolean;
}

/** What `authState/{uid}` says of an account. */
export interface StoredState {
  /** Sessions begun in this second (since 1970) or before have ended; 0 when none have. */
  readonly validAfter: number;
  readonly role: string | null | undefined;
  readonly disabled: boolean;
  /** Found disabled at Firebase Auth, by somebody else: undone when it is undone there. */
  readonly disabledElsewhere: boolean;
  readonly deleted: boolean;
  readonly marks: Readonly<Record<string, Mark>>;
  /** The seconds (since 1970) of sessions that were ended one by one. */
  readonly endedSessions: readonly number[];
  /** When each of them was ended, in milliseconds since 1970 by Firestore's clock. */
  readonly endedSessionsAt: readonly number[];
  /** When a credential was changed last, in milliseconds since 1970: links mailed before are no longer good. 0 for never. */
  readonly codesAfter: number;
  /** An invitation was accepted, and nobody has signed in since. */
  readonly awaitsSignIn?: boolean | undefined;
  /** When the account was created that this is about, in milliseconds since 1970; `undefined` when not known. */
  readonly generation: number | undefined;
  /** What a deletion has still to remove beside the documents; `undefined` for nothing. */
  readonly erasing?: Erasing | undefined;
}

/** What is known only here about a deleted account, until everything that was kept about it is removed. */
export interface Erasing {
  /** The address that it had; `null` for none. */
  readonly address: string | null;
  /** When it was deleted, in milliseconds since 1970 by Firestore's clock. */
  readonly since: number;
}

/** What both documents of an account say at one moment. */
export interface AccountRecord {
  readonly state: StoredState | undefined;
  readonly user: User | undefined;
  /** Another one after every write of either. */
  readonly version: string;
}

/** What changes in `authState/{uid}`; what is not named stays. */
export interface StateWrite {
  /** `"now"`: Firestore's time of the write, or the second that is there if that is later. */
  validAfter?: "now" | number;
  role?: string | null;
  disabled?: boolean;
  disabledElsewhere?: boolean;
  deleted?: boolean;
  endedSessions?: readonly number[];
  endedSessionsAt?: readonly number[];
  /** The codes of before are dead; an invitation goes in the same transaction. */
  codesAfter?: "now";
  awaitsSignIn?: boolean;
  generation?: number;
  /** What is to be removed; `null` when it is. */
  erasing?: Pick<Erasing, "address"> | null;
  /** Sets a mark. */
  mark?: { readonly id: string; readonly fields: readonly MarkedField[]; readonly closes?: true };
  /** Clears marks. */
  unmark?: readonly string[];
  /** Marks that close the account no longer. */
  reopen?: readonly string[];
}

/** What changes in `users/{uid}`. */
export type UserWrite =
  /** In the place of whatever document is there. */
  | { readonly create: User }
  | { readonly update: Partial<Omit<User, "id">> }
  | { readonly remove: true };

/** What a transaction writes, all of it or nothing, and gives. */
export interface Step<Result> {
  readonly result: Result;
  readonly state?: StateWrite | undefined;
  readonly user?: UserWrite | undefined;
  /** The ids of sessions that go, at most 400. */
  readonly endedSessions?: readonly string[] | undefined;
  /** What the trail says of it; written once more under the same id, it takes the place of the first. */
  readonly activity?: { readonly id: string; readonly entry: ActivityEntry } | undefined;
  /** Mails that are to be sent once this is written, and only then: as soon as they are enqueued, or the sweeper comes. */
  readonly mails?: readonly WrittenMail[] | undefined;
}

/** What a transaction read. */
export interface Reading {
  /** The documents of one of the accounts that it is about. */
  readonly of: (uid: string) => AccountRecord;
  /** Firestore's time of the reading, in milliseconds since 1970. */
  readonly readAt: number;
}

/** Decides on what was just read. Asked again when that changed meanwhile, so it must have no effects. */
export type Decide<Result> = (
  target: AccountRecord,
  reading: Reading,
) => Step<Result> | Promise<Step<Result>>;

/**
 * The documents of accounts, `users/{uid}` and `authState/{uid}`, and the only writer of both. An id that no document
 * can have is `not-allowed`.
 */
export interface AccountRecords {
  read(uid: string): Promise<AccountRecord>;

  /**
   * Reads the documents of some accounts and writes those of the first, as one transaction: what is written
   * rests on all that was read. What `decide` throws is thrown, and nothing is written.
   *
   * @throws {AuthError} `unavailable`; nobody knows then whether it was written.
   */
  transact<Result>(uids: readonly [string, ...string[]], decide: Decide<Result>): Promise<Result>;

  /** Names accounts whose oldest mark was set before a moment, in milliseconds since 1970 by Firestore's clock. */
  markedBefore(moment: number): Promise<string[]>;

  /** Names accounts that were deleted before a moment, and of which not all is removed yet; at most 100. */
  erasedBefore(moment: number): Promise<string[]>;

  /** Names enabled users of a role, by their documents. */
  holders(role: string): Promise<string[]>;
}
