import { z } from "zod";
import { type Guard, requireEmail, requireRole, requireUserId } from "../../access/guards";
import { AuthError, type AuthErrorCode } from "../../errors";
import { exactlyOne } from "../../operation/exactly-one";
import * as fields from "../../operation/fields";
import { namedRoles, refuseUnknownRoles } from "../../operation/known-roles";
import type { Operation } from "../../operation/operation";
import { parse } from "../../operation/parse";

const accepts = exactlyOne(
  z.strictObject({
    roles: fields.roles.optional(),
    userId: fields.userId.optional(),
    email: fields.email.optional(),
  }),
);

export type AuthorizeRequest = z.input<typeof accepts>;

/** Whether somebody may, and if not, why. */
export interface Authorization {
  authorized: boolean;
  reason?: AuthErrorCode;
}

/**
 * Says whether who is asking holds one of the roles, is this user, or has this verified address now: by
 * the guards that would let them through. A token that is no good is an answer, no token is a refusal.
 */
export const authorize: Operation<typeof accepts, Authorization> = {
  accepts,
  async perform(data, asker, ports) {
    if (asker === "server" || asker.token === undefined) {
      throw new AuthError("not-signed-in", "Sign in first.");
    }
    const question = parse(accepts, data);
    refuseUnknownRoles(namedRoles(question.roles ?? []), ports.settings.roles);
    const decision = await ports.access.authorize(asker.token, guardOf(question), () => undefined);
    if (!decision.allowed) return { authorized: false, reason: decision.refusal.code };
    asker.identified?.(decision.caller);
    return { authorized: true };
  },
};

function guardOf({ roles, userId, email = "" }: z.output<typeof accepts>): Guard {
  if (roles) return requireRole(...roles);
  return userId === undefined ? requireEmail(email) : requireUserId(userId);
}
