import { z } from "zod";
import * as fields from "../fields";

/** What a new user is made from, by registration or by an administrator. */
export const newUser = z.strictObject({
  email: fields.email,
  password: fields.newPassword,
  firstName: fields.personName,
  lastName: fields.personName,
  locale: fields.locale.optional(),
});
