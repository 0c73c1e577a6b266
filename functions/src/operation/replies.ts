import { z } from "zod";
import type { BegunSession } from "../accounts/sessions/begin";
import { actionModes } from "../identity/action-codes";
import type { User } from "../users/user-directory";

/** The shapes of replies, as they are documented and as `run` must give them. They may gain fields. */

export const token = z.object({
  accessToken: z.string().meta({ description: "Firebase's ID token, to be sent as bearer token." }),
  refreshToken: z.string().meta({
    description:
      "Opaque, at most 3,500 bytes. A renewal brings a new one unless the last is less than 30 s old; keep the newest.",
  }),
  expiresIn: z.int().meta({ description: "Seconds until the access token expires." }),
  customToken: z.string().optional().meta({
    description:
      "Where the request asked for it: signs Firebase's SDK in (`signInWithCustomToken`), within a minute, for as long as the access token is good.",
  }),
});

export const userExample = {
  id: "pYq0C2mVxJd8sKbT5nRwL3eHgZu1",
  firstName: "Ada",
  lastName: "Lovelace",
  email: "ada@example.com",
  emailVerified: true,
  role: "User",
  disabled: false,
};

const userFields = {
  id: z.string().meta({ description: "The Firebase uid." }),
  firstName: z.string(),
  lastName: z.string(),
  email: z.string().nullable().meta({ description: "null for an account without one." }),
  emailVerified: z.boolean(),
  role: z.string().nullable(),
  disabled: z.boolean(),
};

export const userDto = z.object(userFields).meta({ id: "UserDTO", examples: [userExample] });

export const authDto = token.extend({
  ...userFields,
  sessionId: z.string().meta({ description: "The session's id in the list of sessions." }),
  deviceToken: z.string().meta({
    description:
      "To be kept on this device, and sent with the next sign-in: strangers who guess at the password don't lock it out then.",
  }),
});

export const actionCodeExample = { mode: "resetPassword", email: "ada@example.com" } as const;

export const actionCodeDto = z
  .object({
    mode: z.enum(actionModes),
    email: z.string().nullable(),
  })
  .meta({ id: "ActionCode", examples: [actionCodeExample] });

/** The tokens of a session. */
export type Token = z.output<typeof token>;

/** A user as clients see them. */
export type UserDTO = z.output<typeof userDto>;

/** A session that was opened, and whose it is. */
export type AuthDTO = z.output<typeof authDto>;

/** What the code of a mailed link is for, and the address that the account will have when it is used. */
export type ActionCodeDTO = z.output<typeof actionCodeDto>;

export function toUserDTO(user: User): UserDTO {
  const { id, firstName, lastName, email, emailVerified, role, disabled } = user;
  return { id, firstName, lastName, email, emailVerified, role, disabled };
}

export function toAuthDTO({ tokens, user, sessionId, deviceToken }: BegunSession): AuthDTO {
  return { ...tokens, ...toUserDTO(user), sessionId, deviceToken };
}
