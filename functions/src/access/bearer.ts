import { AuthError } from "../errors";

/**
 * Reads the token from an `Authorization` header; `undefined` without a header.
 *
 * @throws {AuthError} `token-invalid` for any other kind of authorization (RFC 6750, section 2.1).
 */
export function bearerToken(authorization: string | undefined): string | undefined {
  if (authorization === undefined) return undefined;
  const [, token] = /^Bearer +(\S+)$/i.exec(authorization) ?? [];
  if (token === undefined) {
    throw new AuthError("token-invalid", "The Authorization header must be “Bearer” and a token.");
  }
  return token;
}
