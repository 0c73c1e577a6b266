import { z } from "zod";
import type { Parameter } from "../parameter";
import { wholeNumber } from "../rules";

/** What a new password must be, beside what Firebase asks for. */
export const passwordParameters = {
  PASSWORD_MIN_LENGTH: {
    type: "int",
    default: 8,
    description:
      "How many characters a new password must have, 6 to 64. (Firebase accepts none with fewer than 6.)",
    rule: wholeNumber(6, 64),
  },
  COMMON_PASSWORDS: {
    type: "string",
    default: "refuse",
    description:
      "refuse: a new password may not be one of the 49,000 most common ones. allow: it may. npm start also takes this from its environment.",
    rule: z.enum(["refuse", "allow"], "must be refuse or allow"),
  },
  BREACHED_PASSWORDS: {
    type: "string",
    default: "off",
    description:
      "check: a new password may not be known from data breaches; five hexadecimal digits of its digest are sent to api.pwnedpasswords.com. off: nobody is asked.",
    rule: z.enum(["off", "check"], "must be off or check"),
  },
} as const satisfies Record<string, Parameter>;
