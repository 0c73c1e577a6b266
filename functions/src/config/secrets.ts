import { z } from "zod";
import type { Secret } from "./parameter";
import { parseSmtpUrl } from "./smtp-url";

/** The fewest bytes of a key that can't be guessed. */
const keyBytes = 32;

const key = z
  .string()
  .regex(/^[A-Za-z0-9_-]*$/, "must be base64url")
  .transform((text) => Buffer.from(text, "base64url"))
  .refine(({ length }) => length >= keyBytes, `must be keys of at least ${keyBytes} random bytes`);

/** Every secret. To add one, add its entry, its local value (local/stack/parameters.ts), and run `npm run docs`. */
export const secrets = {
  SMTP_URL: {
    description:
      "The mail provider: smtps://user:password@host:465, or smtp://…:587 with STARTTLS; special characters percent-encoded.",
    rule: z.string().transform((text, context) => {
      try {
        return parseSmtpUrl(text);
      } catch (error) {
        context.addIssue((error as Error).message.replace(/^SMTP_URL |\.$/g, ""));
        return z.NEVER;
      }
    }),
  },
  AUTH_KEYS: {
    description:
      "The keys that our own tokens are made with: one random value of at least 32 bytes as base64url, or two, the newest first, while an old one is taken out of use.",
    madeBy: `node -p 'crypto.randomBytes(32).toString("base64url")'`,
    rule: z
      .string()
      .transform((text) => text.trim().split(","))
      .pipe(z.tuple([key], key))
      .refine(({ length }) => length <= 2, "must be one or two keys"),
  },
} as const satisfies Record<string, Secret>;

export type SecretName = keyof typeof secrets;
