import { z } from "zod";
import type { Refuse } from "./context";
import * as fields from "./fields";

/** How many a page may hold: text, too, for HTTP has it in the query. */
export const pageLimit = (most: number, otherwise: number): z.ZodDefault<z.ZodCoercedNumber> =>
  z.coerce
    .number("must be a whole number")
    .int("must be a whole number")
    .min(1, "must be at least 1")
    .max(most, `must be at most ${most.toLocaleString("en")}`)
    .default(otherwise);

/** What a list is asked for whose pages go by uids. */
export const pageRequest = z.strictObject({
  limit: pageLimit(1000, 100),
  pageToken: z.string().max(200, "must be a page token").optional(),
});

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
