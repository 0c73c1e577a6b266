/** Remembers when the codes in links were mailed. */
export interface IssuedCodes {
  /** Records a code before anybody can see it. @throws {AuthError} `unavailable`. */
  note(code: string): Promise<void>;

  /**
   * Says when a code was recorded, in milliseconds since 1970 by Firestore's clock; `undefined` if it was not, or longer
   * ago than any code is valid. @throws {AuthError} `unavailable`.
   */
  find(code: string): Promise<number | undefined>;
}
