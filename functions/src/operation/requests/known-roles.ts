import { AuthError } from "../../errors";

/** A list of roles under the names of its fields: `roles.0`, `roles.1`, … */
export function namedRoles(roles: readonly string[]): Record<string, string> {
  return Object.fromEntries(roles.map((role, index) => [`roles.${index}`, role]));
}

/**
 * Refuses names that are not in the parameter `ROLES`: with a misspelt role, every answer would be no, or
 * a user could do nothing.
 *
 * @param fields - each name under the field it was sent in.
 * @throws {AuthError} `invalid-request`.
 */
export function refuseUnknownRoles(
  fields: Readonly<Record<string, string>>,
  known: readonly string[],
): void {
  for (const [field, role] of Object.entries(fields)) {
    if (known.includes(role)) continue;
    throw new AuthError("invalid-request", `${field}: must be one of the project's roles`);
  }
}
