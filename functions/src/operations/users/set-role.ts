import { z } from "zod";
import { administratorsOnly } from "../../operation/administrator";
import * as fields from "../../operation/fields";
import { operation } from "../../operation/operation";
import { userDto } from "../../operation/replies";
import { changeRefusals, changeUser } from "./change-user";

const accepts = z.strictObject({ userId: fields.userId, role: fields.role });

/** Gives a user another role, which counts from the next check on. The last Admin who can act keeps theirs. */
export const setRole = operation({
  name: "setRole",
  summary: "Give a user another role",
  accepts,
  replies: userDto,
  refuses: changeRefusals,
  ...administratorsOnly,
  run: ({ userId, role }, ports, context) => changeUser(userId, { role }, ports, context),
});
