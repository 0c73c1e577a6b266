import type { AuthorizeOptions } from "../access/access";
import { type Guard, requireRole } from "../access/guards";

/** The role that may administer users. One enabled user who has it always remains. */
export const adminRole = "Admin";

/** Who may administer users. What they do can't be undone, so their rights are read again each time. */
export const administratorsOnly: { allows: Guard } & AuthorizeOptions = {
  allows: requireRole(adminRole),
  strict: true,
};
