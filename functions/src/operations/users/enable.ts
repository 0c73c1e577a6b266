import { z } from "zod";
import { administratorsOnly } from "../../operation/administrator";
import * as fields from "../../operation/fields";
import { operation } from "../../operation/operation";
import { userDto } from "../../operation/replies";
import { changeRefusals, changeUser } from "./change-user";

const accepts = z.strictObject({ userId: fields.userId });

/** Enables a user who was disabled. Earlier sessions stay ended. */
export const enable = operation({
  name: "enable",
  summary: "Enable a user",
  accepts,
  replies: userDto,
  refuses: changeRefusals,
  ...administratorsOnly,
  run: ({ userId }, ports, context) => changeUser(userId, { disabled: false }, ports, context),
});
