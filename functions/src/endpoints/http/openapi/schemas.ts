import { z } from "zod";
import { authDto, token, userExample } from "../../../operation/replies";
import { type AuthErrorCode, failures } from "../../../errors";
import { weakPasswordReasons } from "../../../passwords/password-rules";

/** The shapes of replies, as the document and the client know them. Replies may gain fields. */

const accessExample = {
  accessToken: "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJwWXEwIn0.c2ln",
  expiresIn: 3600,
};

export const sessionExample = {
  ...accessExample,
  ...userExample,
  sessionId: "1767225600-aZ8_q2L-x0Yt3Kbn",
};

export const sessionDto = authDto.omit({ refreshToken: true, deviceToken: true }).meta({
  id: "Session",
  description: "The refresh token and the device token are in the cookie.",
  examples: [sessionExample],
});

export const accessDto = token
  .extend({
    refreshToken: z
      .string()
      .optional()
      .meta({ description: "Only when the request had one in its body." }),
  })
  .meta({ id: "Access", examples: [accessExample] });

const codes = Object.keys(failures) as [AuthErrorCode, ...AuthErrorCode[]];

export const healthDto = z.object({ status: z.literal("ok") }).meta({ id: "Health" });

export const failureDto = z
  .object({
    error: z.object({
      status: z.string().meta({ description: "The callable protocol's status." }),
      message: z
        .string()
        .meta({ description: "What to do about it. Never a value that was sent." }),
      details: z.looseObject({
        code: z.enum(codes),
        retryAfterSeconds: z.int().optional(),
        reason: z.enum(weakPasswordReasons).optional().meta({ description: "Of weak-password." }),
      }),
    }),
  })
  .meta({ id: "Failure" });
