import type { AuthorizeOptions } from "../access/access";
import { type Guard, requireRole } from "../access/guards";

/** The role that may administrate users, and of which somebody enabled always remains. */
export const adminRole = "Admin";

/** Who may administrate users. What they do can't be taken back, so that they still may is asked afresh. */
export const administratorsOnly: { allows: Guard } & AuthorizeOptions = {
  allows: requireRole(adminRole),
  strict: true,
};
