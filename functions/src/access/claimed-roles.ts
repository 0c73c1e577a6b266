import type { VerifiedToken } from "./token-verifier";

/** The roles that the users' documents name: the true ones. */
export interface DocumentRoles {
  /** The role of a new account, which is not worth a look. */
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
 * Checks a role that a token claims against the user's document: a custom token, or another server that writes
 * claims, can put anything there. Once per token and instance, for a token that says no more than the default
 * role gives nothing away; what changes later is in the live state.
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
