import { z } from "zod";
import { anyone, type Guard, requireEmail, requireRole, requireUserId } from "../../access/guards";
import * as fields from "../../operation/fields";
import { namedRoles, refuseUnknownRoles } from "../../operation/known-roles";
import { operation } from "../../operation/operation";
import type { Ports } from "../../ports";

const byRole = z.strictObject({ accessToken: fields.accessToken, roles: fields.roles });
const byUserId = z.strictObject({
  accessToken: fields.accessToken,
  requestedUserId: fields.userId,
});
const byEmail = z.strictObject({ accessToken: fields.accessToken, requestedEmail: fields.email });

export type IsAuthorizedByRoleRequest = z.input<typeof byRole>;
export type IsAuthorizedByUserIdRequest = z.input<typeof byUserId>;
export type IsAuthorizedByEmailRequest = z.input<typeof byEmail>;

/** Says whether a token's bearer holds one of the roles now. Any doubt about the token is `false`. */
export const isAuthorizedByRole = operation({
  accepts: byRole,
  allows: anyone,
  run({ accessToken, roles }, ports) {
    refuseUnknownRoles(namedRoles(roles), ports.settings.roles);
    return isAllowed(accessToken, requireRole(...roles), ports);
  },
});

/** Says whether a token's bearer is this user. Any doubt about the token is `false`. */
export const isAuthorizedByUserId = operation({
  accepts: byUserId,
  allows: anyone,
  run: ({ accessToken, requestedUserId }, ports) =>
    isAllowed(accessToken, requireUserId(requestedUserId), ports),
});

/** Says whether a token's bearer has this verified address. Any doubt about the token is `false`. */
export const isAuthorizedByEmail = operation({
  accepts: byEmail,
  allows: anyone,
  run: ({ accessToken, requestedEmail }, ports) =>
    isAllowed(accessToken, requireEmail(requestedEmail), ports),
});

async function isAllowed(accessToken: string, guard: Guard, { access }: Ports): Promise<boolean> {
  return (await access.authorize(accessToken, guard, () => undefined)).allowed;
}
