import type { z } from "zod";

/** An object of which exactly one of the optional fields must be there. */
export function exactlyOne<Schema extends z.ZodObject>(schema: Schema): Schema {
  const names = Object.keys(schema.shape).join(", ");
  return schema
    .refine((value) => Object.values(value).filter((field) => field !== undefined).length === 1, {
      error: `must hold exactly one of ${names}`,
    })
    .meta({ minProperties: 1, maxProperties: 1 });
}
