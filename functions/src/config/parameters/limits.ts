import type { Parameter } from "../parameter";
import { wholeNumber } from "../rules";

/** How much one may try. */
export const limitParameters = {
  MAILS_PER_MINUTE: {
    type: "int",
    default: 1,
    description: "How many mails of one kind a mailbox is sent in a minute, 0 to 60. 0: no limit.",
    rule: wholeNumber(0, 60),
  },
  MAILS_PER_HOUR: {
    type: "int",
    default: 5,
    description: "How many mails of one kind a mailbox is sent in an hour, 0 to 100. 0: no limit.",
    rule: wholeNumber(0, 100),
  },
} as const satisfies Record<string, Parameter>;
