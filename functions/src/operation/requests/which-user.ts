import { z } from "zod";
import { exactlyOne } from "./exactly-one";
import * as fields from "../fields";

/** One user, by exactly one of `userId` and `email`. */
export const whichUser = exactlyOne(
  z.strictObject({ userId: fields.userId.optional(), email: fields.email.optional() }),
);
