/** Remembers when the codes in links were mailed. */
export interface IssuedCodes {
  /** Notes a code, before anybody can see it. @throws {AuthError} `unavailable`. */
  note(code: string): Promise<void>;

  /**
   * Says when a code was noted, in milliseconds since 1970 by Firestore's clock; `undefined` for one that was not, or
   * longer ago than any code is good. @throws {AuthError} `unavailable`.
   */
  find(code: string): Promise<number | undefined>;
}
