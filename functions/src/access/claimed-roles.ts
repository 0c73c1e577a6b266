import type { VerifiedToken } from "./token-verifier";

/** The roles in the users' documents, which decide. */
export interface DocumentRoles {
  /** The role of a new account. A token that claims it is believed. */
  readonly defaultRole: string;

  /** Reads the role in a user's document; `null` for none. @throws {AuthError} `unavailable`. */
  find(uid: string): Promise<string | null>;
}

/** Says which of the role in a token and the one in the document counts, where no live state says. */
export type ClaimedRoles = (
  token: VerifiedToken,
  options: { strict: boolean },
) => string | null | Promise<string | null>;

/**
 * Checks a role that a token claims against the user's document, because a custom token, or another server that
 * writes claims, can put anything there. Checked once per token and instance, since later changes are in the live
 * state; and not for the default role, which gives no special right.
 */
export function claimedRoles(documents: DocumentRoles): ClaimedRoles {
  const checked = new WeakMap<VerifiedToken, Promise<string | null>>();

  return (token, { strict }) => {
    if (token.role === null || token.role === documents.defaultRole) return token.role;
    const known = strict ? undefined : checked.get(token);
    if (known) return known;
    const reading = documents.find(token.uid);
    checked.set(token, reading);
    // An outage is not an answer: the next check asks again.
    reading.catch(() => checked.delete(token));
    return reading;
  };
}
