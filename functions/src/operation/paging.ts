import { z } from "zod";

/** How many a page may hold: text, too, for HTTP has it in the query. */
export const pageLimit = (most: number, otherwise: number): z.ZodDefault<z.ZodCoercedNumber> =>
  z.coerce
    .number("must be a whole number")
    .int("must be a whole number")
    .min(1, "must be at least 1")
    .max(most, `must be at most ${most.toLocaleString("en")}`)
    .default(otherwise);

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
