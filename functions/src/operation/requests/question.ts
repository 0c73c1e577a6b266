import { z } from "zod";
import { exactlyOne } from "./exactly-one";
import * as fields from "../fields";

/** What can be asked of somebody: whether they hold a role, are a user, or have an address. */
export const question = exactlyOne(
  z.strictObject({
    roles: fields.roles.optional(),
    userId: fields.userId.optional(),
    email: fields.email.optional(),
  }),
);
