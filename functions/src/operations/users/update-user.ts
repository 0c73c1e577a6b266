import { z } from "zod";
import { administratorsOnly } from "../../operation/administrator";
import * as fields from "../../operation/fields";
import { operation } from "../../operation/operation";
import { userDto } from "../../operation/replies";
import { changeRefusals, changeUser } from "./change-user";

const accepts = z.strictObject({
  userId: fields.userId,
  firstName: fields.personName.optional(),
  lastName: fields.personName.optional(),
  email: fields.email.optional(),
  role: fields.role.optional(),
  disabled: z.boolean().optional(),
  reason: fields.reason.optional(),
  locale: fields.locale.optional(),
  ifMatch: fields.ifMatch.optional(),
});

/**
 * Changes the given fields of a user, and nothing else. A new address is unverified, and ends the sessions, as
 * disabling does; a new role counts from the next check on. The last Admin who can act stays an Admin who can act.
 */
export const updateUser = operation({
  name: "updateUser",
  summary: "Change what is named of a user",
  accepts,
  replies: userDto,
  refuses: changeRefusals,
  ...administratorsOnly,
  run: ({ userId, ...changes }, ports, context) => changeUser(userId, changes, ports, context),
});
