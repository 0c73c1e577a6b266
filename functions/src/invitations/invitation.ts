/** An account that waits for its owner to choose a password, as `invitations/{uid}` holds it. */
export interface Invitation {
  /** The uid of the account. */
  readonly id: string;
  /** The address that it was sent to. */
  readonly email: string;
  /** Who invited: a uid, or `null` for the project's own code. */
  readonly by: string | null;
  /** When they did so last, in milliseconds since 1970 by Firestore's clock. */
  readonly invitedAt: number;
  /** Until when its code is good, in milliseconds since 1970. */
  readonly endsAt: number;
  /** Keyed hashes of the codes that are good, one for each try to mail the newest one. */
  readonly codes: readonly string[];
}

/** The code that one mail brings. */
export interface IssuedInvitation {
  readonly code: string;
  /** Until when it is good, in milliseconds since 1970. */
  readonly endsAt: number;
}

/**
 * The documents `invitations/{uid}`, one per account. Every method throws `unavailable` in an outage. Whatever changes
 * a credential of the account removes its document in the same transaction (`users/`).
 */
export interface Invitations {
  /** Writes that somebody is invited, or is so again: the code of before is good until the next one is mailed. */
  invite(uid: string, invitation: Pick<Invitation, "email" | "by">): Promise<void>;

  /**
   * Makes a code, which takes the place of those of other mails.
   *
   * @param email - the address that the code is for, and for no other.
   * @param mailId - the mail that brings it; the same one may be tried more than once.
   * @returns `undefined` where nobody is invited any more.
   */
  issue(uid: string, email: string, mailId: string): Promise<IssuedInvitation | undefined>;

  find(uid: string): Promise<Invitation | undefined>;

  /** Reads a page of at most `limit` invitations, ordered by uid, that come after one. */
  list(limit: number, after?: string): Promise<Invitation[]>;

  /** Does nothing where nobody is invited. */
  remove(uid: string): Promise<void>;
}
