import type { Parameter } from "../parameter";
import { wholeNumber } from "../rules";

/** How often one may try, or ask for, something. docs/limits.md says how they are counted. */
export const limitParameters = {
  SIGN_IN_FAILURES_PER_ACCOUNT: {
    type: "int",
    default: 10,
    description:
      "How many wrong passwords an address is allowed in 15 minutes, 0 to 1000; after that, one try per pause, and each pause is twice as long. 0: no limit.",
    rule: wholeNumber(0, 1_000),
  },
  SIGN_IN_FAILURES_PER_IP: {
    type: "int",
    default: 50,
    description:
      "How many wrong passwords, codes and tokens may come from one network in 15 minutes, 0 to 10000. 0: no limit.",
    rule: wholeNumber(0, 10_000),
  },
  REGISTRATIONS_PER_IP: {
    type: "int",
    default: 20,
    description: "How many accounts one network may make in an hour, 0 to 10000. 0: no limit.",
    rule: wholeNumber(0, 10_000),
  },
  MAILS_PER_IP_PER_HOUR: {
    type: "int",
    default: 30,
    description:
      "How many mails one network may ask for in an hour, 0 to 10000; further ones are accepted and dropped. 0: no limit.",
    rule: wholeNumber(0, 10_000),
  },
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
