import { z } from "zod";

/** Whether replies are to say more of each user than a `UserDTO` does. Text is accepted, too, because HTTP has it in the query. */
export const details = z
  .union([z.boolean(), z.stringbool({ truthy: ["true"], falsy: ["false"] })], {
    error: "must be true or false",
  })
  .optional()
  .meta({ description: "true: each user comes with `details`." });
