/** What a mail is about. */
export type MailKind = "password-reset" | "email-verification";

/** A mail that is wanted. It never holds a link: that is made when the mail is sent. */
export interface WantedMail {
  kind: MailKind;
  /** The address as it was typed; the mail goes to the one that the account has. */
  address: string;
  /** A BCP 47 tag; `null` when nobody said. */
  locale: string | null;
}

/** Where operations leave the mails that are wanted. */
export interface Outbox {
  /**
   * Writes a mail down and sees that it gets sent. Does the same work, whether or not there is such an
   * account.
   *
   * @throws {AuthError} `unavailable` when Firestore or the task queue can't be reached.
   */
  add(mail: WantedMail): Promise<void>;
}
