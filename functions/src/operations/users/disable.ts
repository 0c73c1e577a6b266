import { z } from "zod";
import { administratorsOnly } from "../../operation/administrator";
import * as fields from "../../operation/fields";
import { operation } from "../../operation/operation";
import { userDto } from "../../operation/replies";
import { changeRefusals, changeUser } from "./change-user";

const accepts = z.strictObject({ userId: fields.userId, reason: fields.reason.optional() });

/** Disables a user and ends their sessions. Only Admins read why. The last Admin who can act cannot be disabled. */
export const disable = operation({
  name: "disable",
  summary: "Disable a user",
  accepts,
  replies: userDto,
  refuses: changeRefusals,
  ...administratorsOnly,
  run: ({ userId, reason }, ports, context) =>
    changeUser(userId, { disabled: true, reason }, ports, context),
});
