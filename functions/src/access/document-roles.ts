import type { Settings } from "../config";
import type { UserDirectory } from "../users/user-directory";
import type { DocumentRoles } from "./claimed-roles";

/** The roles as users' documents name them. */
export function documentRoles(
  users: UserDirectory,
  { roles }: Pick<Settings, "roles">,
): DocumentRoles {
  return {
    defaultRole: roles[0],
    find: async (uid) => (await users.find(uid))?.role ?? null,
  };
}
