import { z } from "zod";
import { AuthError } from "../../errors";
import * as fields from "../fields";

const byUserId = z.strictObject({ userId: fields.userId });
const byEmail = z.strictObject({ email: fields.email });

/** One user, by exactly one of `userId` and `email`. */
export const whichUser = z.union([byUserId, byEmail], {
  error: "must hold exactly one of userId and email, as their rules say",
});

export type WhichUser = z.output<typeof whichUser>;

export const userNotFound = (): AuthError =>
  new AuthError("user-not-found", "There is no such user.");
