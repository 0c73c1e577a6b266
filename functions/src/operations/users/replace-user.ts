import { z } from "zod";
import { administratorsOnly } from "../../operation/administrator";
import * as fields from "../../operation/fields";
import { operation } from "../../operation/operation";
import { userDto } from "../../operation/replies";
import { changeRefusals, changeUser } from "./change-user";

/** A name, or the empty one of somebody who never gave any. */
const name = z.union([z.literal(""), fields.personName]);

const accepts = z.strictObject({
  userId: fields.userId,
  firstName: name,
  lastName: name,
  email: fields.email.nullable(),
  role: fields.role.nullable(),
  disabled: z.boolean().optional(),
  locale: fields.locale.nullable().optional(),
  id: z.string().optional(),
  emailVerified: z.boolean().optional(),
  ifMatch: fields.ifMatch.optional(),
});

/** Changes a user to what is sent, for front ends that send whole users. */
export const replaceUser = operation({
  name: "replaceUser",
  summary: "Change a user",
  accepts,
  replies: userDto,
  refuses: changeRefusals,
  ...administratorsOnly,
  run({ userId, id = userId, emailVerified: _, ...user }, ports, context) {
    if (id !== userId) throw context.refuse("invalid-request", "id: must be the one in the path");
    const { firstName, lastName, email, role, locale, disabled, ifMatch } = user;
    // A name that was never given stays empty.
    const changes = {
      firstName: firstName || undefined,
      lastName: lastName || undefined,
      email: email ?? undefined,
      role: role ?? undefined,
      locale: locale ?? undefined,
    };
    return changeUser(userId, { ...changes, disabled, ifMatch }, ports, context);
  },
});
