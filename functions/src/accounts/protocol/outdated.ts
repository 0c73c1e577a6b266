import type { StoredState } from "../../users/account-record";

/** A code of a mailed link. */
export interface MailedCode {
  /** When it was mailed, in milliseconds since 1970 by Firestore's clock; `undefined` when nobody noted it. */
  readonly issuedAt: number | undefined;
  /** Whether it is good once by our word alone: Firebase sees to it for its own. */
  readonly isOurs?: true;
}

/** Milliseconds for which Firebase's codes to reset a password are good. */
const hour = 60 * 60_000;

/**
 * Says whether a credential was changed since a code was mailed: an older link, which may have been seen by
 * anybody, changes nothing any more. A code whose time was not recorded may be as old as Firebase accepts.
 *
 * @param now - in milliseconds since 1970 by Firestore's clock.
 */
export function isOutdated(
  { issuedAt }: MailedCode,
  state: Pick<StoredState, "codesAfter"> | undefined,
  now: number,
): boolean {
  const codesAfter = state?.codesAfter ?? 0;
  return issuedAt === undefined ? now < codesAfter + hour : issuedAt <= codesAfter;
}
