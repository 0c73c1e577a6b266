import ipaddr from "ipaddr.js";
import { z } from "zod";
import { type Collections, isDatabaseId, parseCollections } from "../database/collections";

const longestText = 100;

/** `true` or `false`. */
export const flag = z
  .enum(["true", "false"], "must be true or false")
  .transform((text) => text === "true");

/** A whole number in a range. */
export const wholeNumber = (min: number, max: number): z.ZodType<number, string> =>
  z
    .string()
    .regex(/^\d{1,9}$/, `must be a whole number from ${min} to ${max}`)
    .transform(Number)
    .refine(
      (value) => value >= min && value <= max,
      `must be a whole number from ${min} to ${max}`,
    );

/** One address. */
export const emailAddress = z.email("must be one e-mail address");

/** A line of text that people read. */
export const shortText = z
  .string()
  .trim()
  .min(1, "must be set")
  .max(longestText, `must have at most ${longestText} characters`)
  .regex(/^\P{Cc}*$/u, "must not hold control characters");

/** The address of a page or image, over one of the protocols. */
export const url = (protocol: RegExp, error: string): z.ZodType<string, string> =>
  z.url({ protocol, normalize: true, error });

/** `rrggbb`, with or without the `#` that begins a comment in environment files; the value has it. */
export const color = z
  .string()
  .regex(/^#?[0-9a-f]{6}$/i, "must look like rrggbb")
  .transform((text) => (text.startsWith("#") ? text : `#${text}`));

/** A CSS list, without anything that would end the declaration that it is part of. */
export const fontFamilies = z
  .string()
  .regex(/^[\w\s,"'-]{1,200}$/, "must be font families, separated by commas");

/** An empty text, or what the rule allows. */
export const orEmpty = (
  rule: z.ZodType<string, string>,
  error: string,
): z.ZodType<string, string> =>
  z.string().refine((text) => text === "" || rule.safeParse(text).success, error);

/** A list of names, separated by commas. */
const list = z.string().transform((text) => text.split(",").map((part) => part.trim()));

/** A list of networks; an empty text is none. */
export const networks = z
  .string()
  .transform((text) => (text.trim() === "" ? [] : text.split(",").map((part) => part.trim())))
  .refine(
    (cidrs) => cidrs.every((cidr) => ipaddr.isValidCIDR(cidr)),
    "must be networks such as 203.0.113.0/24, separated by commas, or empty",
  );

/** The id of a Firestore database. */
export const databaseName = z
  .string()
  .refine(isDatabaseId, "must be (default) or the id of a database");

/** Names of collections, as `parseCollections` reads them. */
export const collectionNames = z.string().transform((text, context): Collections => {
  try {
    return parseCollections(text);
  } catch (error) {
    context.addIssue((error as Error).message);
    return z.NEVER;
  }
});

/** The operations that look for a token of App Check and for which one may be used up. */
export const attested = [
  "applyActionCode",
  "changeEmail",
  "changePassword",
  "checkActionCode",
  "deleteMe",
  "generateToken",
  "generateTokenForOAuth",
  "register",
  "renewToken",
  "requestAccount",
  "resetPassword",
  "sendEmailVerificationLink",
] as const;

/** A list of them; an empty text is none. */
export const attestedOperations = z
  .string()
  .transform((text) => (text.trim() === "" ? [] : text.split(",").map((part) => part.trim())))
  .pipe(z.array(z.enum(attested, `must be some of ${attested.join(", ")}, separated by commas`)));

const roleName = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/, "must be names of letters, digits, _ and -");

/** The names of the roles; there are always two or more. */
export const roleNames = list
  .pipe(z.tuple([roleName], roleName))
  .refine((names) => new Set(names).size === names.length, "must not name a role twice")
  .refine((names) => names.includes("Admin"), "must include Admin")
  .refine((names) => names[0] !== "Admin", "must not begin with Admin: new accounts get the first");
