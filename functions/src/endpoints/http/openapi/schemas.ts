import { z } from "zod";
import type { AuthErrorCode } from "../../../errors";
import { statuses } from "../../wire";

/** The shapes of replies, as the document and the client know them. Replies may gain fields. */

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
  role: z.string(),
  disabled: z.boolean(),
};

export const userDto = z.object(userFields).meta({ id: "UserDTO", examples: [userExample] });

const accessExample = {
  accessToken: "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJwWXEwIn0.c2ln",
  expiresIn: 3600,
};

const accessFields = {
  accessToken: z.string().meta({ description: "Firebase's ID token, to be sent as bearer token." }),
  expiresIn: z.int().meta({ description: "Seconds for which the access token is good." }),
};

export const sessionExample = { ...accessExample, ...userExample };

export const sessionDto = z.object({ ...accessFields, ...userFields }).meta({
  id: "Session",
  description: "The refresh token is in the cookie.",
  examples: [sessionExample],
});

export const accessDto = z
  .object({
    ...accessFields,
    refreshToken: z
      .string()
      .optional()
      .meta({ description: "Only when the request had one in its body." }),
  })
  .meta({ id: "Access", examples: [accessExample] });

export const actionCodeExample = { mode: "resetPassword", email: "ada@example.com" } as const;

export const actionCodeDto = z
  .object({
    mode: z.enum([
      "resetPassword",
      "verifyEmail",
      "verifyAndChangeEmail",
      "recoverEmail",
      "revertSecondFactorAddition",
      "signIn",
    ]),
    email: z.string().nullable(),
  })
  .meta({ id: "ActionCode", examples: [actionCodeExample] });

const codes = Object.keys(statuses) as [AuthErrorCode, ...AuthErrorCode[]];

export const authorizationDto = z
  .object({
    authorized: z.boolean(),
    reason: z.enum(codes).optional().meta({ description: "Why not." }),
  })
  .meta({
    id: "Authorization",
    examples: [{ authorized: true }, { authorized: false, reason: "not-allowed" }],
  });

export const healthDto = z.object({ status: z.literal("ok") }).meta({ id: "Health" });

export const failureDto = z
  .object({
    error: z.object({
      status: z.string().meta({ description: "The callable protocol's word for it." }),
      message: z
        .string()
        .meta({ description: "What to do about it. Never a value that was sent." }),
      details: z.looseObject({
        code: z.enum(codes),
        retryAfterSeconds: z.int().optional(),
      }),
    }),
  })
  .meta({ id: "Failure" });
