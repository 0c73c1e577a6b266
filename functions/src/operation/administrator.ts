import type { AuthorizeOptions } from "../access/access";
import type { ClientCaller } from "../access/caller";
import { type Guard, requireFresh, requireRole } from "../access/guards";
import type { Ports } from "../ports";
import type { Context } from "./context";

/** The role that may administer users. One enabled user who has it always remains. */
export const adminRole = "Admin";

/** Who may administer users. What they do can't be undone, so their rights are read again each time. */
export const administratorsOnly: { allows: Guard } & AuthorizeOptions = {
  allows: requireRole(adminRole),
  strict: true,
};

/**
 * Asks whoever is about to give rights for a fresh sign-in: a stolen session must not be enough to make anybody an
 * Admin.
 *
 * @throws {AuthError} `fresh-sign-in-required`
 */
export async function mustBeFresh(
  { caller }: Pick<Context<ClientCaller, "fresh-sign-in-required">, "caller">,
  { access }: Pick<Ports, "access">,
): Promise<void> {
  if (caller.kind === "user") await access.check(requireFresh(), caller, undefined);
}
