import type { z } from "zod";

/**
 * An object of which exactly one of some optional fields must be there.
 *
 * @param names - the fields. Default: all that there are.
 */
export function exactlyOne<Schema extends z.ZodObject>(
  schema: Schema,
  names: readonly string[] = Object.keys(schema.shape),
): Schema {
  const others = Object.keys(schema.shape).length - names.length;
  return schema
    .refine((value) => names.filter((name) => value[name] !== undefined).length === 1, {
      error: `must hold exactly one of ${names.join(", ")}`,
    })
    .meta({ minProperties: others + 1, maxProperties: others + 1 });
}
