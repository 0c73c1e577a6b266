import { z } from "zod";
import type { ImportedRow } from "../../accounts/import/row";
import * as fields from "../fields";

/** The end of the year 9999: beyond it Firestore knows no time. */
const latest = 253_402_300_799_999;

/** An empty text says nothing. */
const given = <Rule extends z.ZodType>(rule: Rule) =>
  z.preprocess((value) => (value === "" ? undefined : value), rule.optional());

/** Milliseconds since 1970: Firebase's exports write a text. */
const moment = given(z.coerce.number().int().min(0).max(latest));

const text = z.string().optional();

const claims = z
  .string()
  .transform((json, context) => {
    try {
      return z.record(z.string(), z.unknown()).parse(json === "" ? {} : JSON.parse(json));
    } catch {
      context.addIssue({ code: "custom", message: "must be a JSON object" });
      return z.NEVER;
    }
  })
  .optional();

const provider = z.object({
  providerId: z.string().min(1, "must not be empty"),
  rawId: z.string().min(1, "must not be empty"),
  email: text,
  displayName: text,
  photoUrl: text,
});

/** One account in the shape of Firebase's `auth:export`. What is not known here is not imported. */
const row = z.object({
  localId: fields.userId,
  email: given(fields.email),
  emailVerified: z.boolean().default(false),
  passwordHash: text,
  salt: text,
  displayName: z.string().default(""),
  photoUrl: text,
  createdAt: moment,
  lastSignedInAt: moment,
  phoneNumber: text,
  disabled: z.boolean().default(false),
  customAttributes: claims,
  providerUserInfo: z.array(provider).default([]),
  mfaInfo: z.array(z.record(z.string(), z.unknown())).optional(),
});

/** Reads a row, or says what is wrong with it: fields and rules, never a value. */
export function readImportedRow(raw: unknown): ImportedRow | string {
  const read = row.safeParse(raw);
  if (read.success) return read.data;
  return read.error.issues
    .map(({ path, message }) => `${path.join(".") || "row"}: ${message}`)
    .join("; ");
}
