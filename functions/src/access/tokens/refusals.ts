import { AuthError } from "../../errors";

/** Refuses a token for a flaw, which names a part or a rule and never holds a value of the token. */
export function invalid(flaw: string): AuthError {
  return new AuthError("token-invalid", `The ID token is not valid: ${flaw}.`);
}

/** Refuses a token that was good until it expired. */
export function expired(): AuthError {
  return new AuthError("token-expired", "The ID token has expired; renew it.");
}
