import { z } from "zod";
import { anyone, type Guard, requireEmail, requireRole, requireUserId } from "../../access/guards";
import * as fields from "../../operation/fields";
import { namedRoles, refuseUnknownRoles } from "../../operation/requests/known-roles";
import { operation } from "../../operation/operation";
import type { Ports } from "../../ports";

/** What the three operations have in common: anyone may ask, and any doubt means `false`. */
const question = { replies: z.boolean(), refuses: [], reads: true, allows: anyone } as const;

/** Says whether a token's bearer holds one of the roles now. Any doubt about the token is `false`. */
export const isAuthorizedByRole = operation({
  name: "isAuthorizedByRole",
  summary: "Ask whether a token's bearer holds one of some roles",
  accepts: z.strictObject({ accessToken: fields.accessToken, roles: fields.roles }),
  ...question,
  run({ accessToken, roles }, ports) {
    refuseUnknownRoles(namedRoles(roles), ports.settings.roles);
    return isAllowed(accessToken, requireRole(...roles), ports);
  },
});

/** Says whether a token's bearer is this user. Any doubt about the token is `false`. */
export const isAuthorizedByUserId = operation({
  name: "isAuthorizedByUserId",
  summary: "Ask whether a token's bearer is a user",
  accepts: z.strictObject({ accessToken: fields.accessToken, requestedUserId: fields.userId }),
  ...question,
  run: ({ accessToken, requestedUserId }, ports) =>
    isAllowed(accessToken, requireUserId(requestedUserId), ports),
});

/** Says whether a token's bearer has this verified address. Any doubt about the token is `false`. */
export const isAuthorizedByEmail = operation({
  name: "isAuthorizedByEmail",
  summary: "Ask whether a token's bearer has an address",
  accepts: z.strictObject({ accessToken: fields.accessToken, requestedEmail: fields.email }),
  ...question,
  run: ({ accessToken, requestedEmail }, ports) =>
    isAllowed(accessToken, requireEmail(requestedEmail), ports),
});

async function isAllowed(accessToken: string, guard: Guard, { access }: Ports): Promise<boolean> {
  return (await access.authorize(accessToken, guard)).allowed;
}
