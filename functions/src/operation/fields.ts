import { z } from "zod";
import { halfCharacter, onlyInvisible, unfit } from "../accounts/names";
import { lowerCased } from "../email-address";
import { longestPassword } from "../passwords/password-rules";

/** Each field's rule, once. */

/**
 * One address in ASCII: nothing that a mail server could read as two, and no look-alikes of other
 * letters. Without flags, because OpenAPI can't express them.
 */
const address =
  /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;

export const email = z
  .string()
  .max(254, "must be at most 254 characters")
  .regex(address, "must be one e-mail address in ASCII, without a display name")
  .transform(lowerCased);

export const password = z
  .string()
  .min(1, "must not be empty")
  .max(4096, "must be at most 4,096 characters");

/** A new password. What it must be, the project's rules say (`passwords/`): a flaw of it is `weak-password`. */
export const newPassword = z.string().meta({ minLength: 1, maxLength: longestPassword });

/** One line that can be seen. Characters are counted as Unicode does, and not as UTF-16. */
const line = (most: number): z.ZodString =>
  z
    .string()
    .trim()
    .min(1, "must not be empty")
    .regex(new RegExp(`^.{0,${most}}$`, "su"), `must be at most ${most} characters`)
    .refine(
      (text) => !unfit.test(text),
      "must not hold control characters or change the direction of text",
    )
    .refine((text) => !halfCharacter.test(text), "must be well-formed text")
    .refine(
      (text) => text === "" || !onlyInvisible.test(text),
      "must hold something that can be seen",
    )
    .meta({
      maxLength: most,
      pattern: String.raw`^[^\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]+$`,
    });

export const personName = line(100);

/** Why something is done, in an administrator's words. */
export const reason = line(200);

/** A Firebase uid that is also the id of a document. */
export const userId = z
  .string()
  .min(1, "must not be empty")
  .max(128, "must be at most 128 characters")
  .refine(
    (id) => !id.includes("/") && id !== "." && id !== ".." && !/^__.*__$/s.test(id),
    "must be an id that Firebase could have given",
  )
  .meta({ pattern: String.raw`^(?!\.{1,2}$|__.*__$)[^/]+$` });

/** Any text is accepted: an empty or over-long token is not a bad request but a token that allows nothing. */
export const accessToken = z.string();

export const refreshToken = z
  .string()
  .min(1, "must not be empty")
  .max(3500, "must be at most 3,500 characters");

/** The id of a session. One that can't be is of no session. */
export const sessionId = z
  .string()
  .min(1, "must not be empty")
  .max(100, "must be at most 100 characters");

/** What a sign-in gave to this device. Any text is accepted: one that is not genuine helps nobody. */
export const deviceToken = z.string().max(500, "must be at most 500 characters");

/** An ID token of an identity provider. */
export const providerToken = z
  .string()
  .min(1, "must not be empty")
  .max(8192, "must be at most 8,192 characters");

/** The code in a mailed link. */
export const actionCode = z
  .string()
  .min(1, "must not be empty")
  .max(1024, "must be at most 1,024 characters");

/** A BCP 47 language tag, in the usual shapes: `fr`, `pt-BR`, `zh-Hant-TW`. */
export const locale = z
  .string()
  .max(35, "must be at most 35 characters")
  .regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, "must be a language tag such as en or pt-BR");

/** The value of a header `If-Match`. */
export const ifMatch = z.string().max(1000, "must be at most 1,000 characters");

export const role = z
  .string()
  .max(64, "must be at most 64 characters")
  .meta({ description: "One of the parameter `ROLES`." });

export const roles = z.array(role).min(1, "must name a role").max(20, "must name at most 20 roles");

export const customToken = z
  .boolean()
  .optional()
  .meta({ description: "true: the reply brings a token that signs Firebase's SDK in as well." });
