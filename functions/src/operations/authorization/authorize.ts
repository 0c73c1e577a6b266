import { z } from "zod";
import type { SignedInCaller } from "../../access/caller";
import { anyone, type Guard, requireEmail, requireRole, requireUserId } from "../../access/guards";
import { type AuthErrorCode, failures } from "../../errors";
import { exactlyOne } from "../../operation/requests/exactly-one";
import * as fields from "../../operation/fields";
import { namedRoles, refuseUnknownRoles } from "../../operation/requests/known-roles";
import { operation } from "../../operation/operation";
import { question } from "../../operation/requests/question";

const accepts = exactlyOne(
  z.strictObject({ accessToken: fields.accessToken, ...question.shape }),
  Object.keys(question.shape),
);

const codes = Object.keys(failures) as [AuthErrorCode, ...AuthErrorCode[]];

const answer = z
  .object({
    authorized: z.boolean(),
    reason: z.enum(codes).optional().meta({ description: "Why not." }),
  })
  .meta({
    id: "Authorization",
    examples: [{ authorized: true }, { authorized: false, reason: "not-allowed" }],
  });

/**
 * Says whether a token's bearer holds one of the roles, is this user, or has this verified address now: by
 * the guards that would let them in. A bad token is an answer, not a refusal.
 */
export const authorize = operation({
  name: "authorize",
  summary: "Ask whether the bearer holds a role, is a user, or has an address",
  accepts,
  replies: answer,
  refuses: [],
  reads: true,
  allows: anyone,
  async run({ accessToken, ...asked }, { access, settings }, { actsAs }) {
    refuseUnknownRoles(namedRoles(asked.roles ?? []), settings.roles);
    const decision = await access.authorize(accessToken, guardOf(asked));
    if (!decision.allowed) return { authorized: false, reason: decision.refusal.code };
    actsAs(decision.caller.userId);
    return { authorized: true };
  },
});

function guardOf({
  roles,
  userId,
  email = "",
}: z.output<typeof question>): Guard<unknown, SignedInCaller> {
  if (roles) return requireRole(...roles);
  return userId === undefined ? requireEmail(email) : requireUserId(userId);
}
