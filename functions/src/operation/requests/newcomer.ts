import { z } from "zod";
import * as fields from "../fields";

/** What is asked of a newcomer, by registration or by an administrator. */
export const newcomer = z.strictObject({
  email: fields.email,
  password: fields.newPassword,
  firstName: fields.personName,
  lastName: fields.personName,
  locale: fields.locale.optional(),
});
