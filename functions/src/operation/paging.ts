import { z } from "zod";
import type { Refuse } from "./context";
import * as fields from "./fields";

/** How many items a page may have. Text is accepted, too, because HTTP has it in the query. */
const pageLimit = (most: number, otherwise: number): z.ZodDefault<z.ZodCoercedNumber> =>
  z.coerce
    .number("must be a whole number")
    .int("must be a whole number")
    .min(1, "must be at least 1")
    .max(most, `must be at most ${most}`)
    .default(otherwise);

type PageRequest = z.ZodObject<
  { limit: z.ZodDefault<z.ZodCoercedNumber>; pageToken: z.ZodOptional<z.ZodString> },
  z.core.$strict
>;

/** What a list is asked for: how many items, and after which. */
export const pageRequest = (most: number, otherwise: number, pageToken: z.ZodString): PageRequest =>
  z.strictObject({ limit: pageLimit(most, otherwise), pageToken: pageToken.optional() });

/** The same for lists whose pages go by uids. */
export const uidPageRequest: PageRequest = pageRequest(
  1000,
  100,
  z.string().max(200, "must be a page token"),
);

export const nextPageToken = z
  .string()
  .optional()
  .meta({ description: "Absent on the last page." });

/** Takes one more than a page holds apart into the page, and where the next one begins. */
export function pageOf<Item extends { id: string }>(
  found: readonly Item[],
  limit: number,
): { page: Item[]; lastId: string | undefined } {
  const page = found.slice(0, limit);
  return { page, lastId: found.length > limit ? page.at(-1)?.id : undefined };
}

/** Makes the token of a page that begins after a uid. */
export const toPageToken = (uid: string): string => Buffer.from(uid).toString("base64url");

/** @throws {AuthError} `invalid-request` for what no page came with. */
export function openPageToken(token: string, refuse: Refuse<never>): string {
  const uid = fields.userId.safeParse(Buffer.from(token, "base64url").toString());
  if (uid.success && toPageToken(uid.data) === token) return uid.data;
  throw refuse("invalid-request", "pageToken: must be one that a page came with");
}
