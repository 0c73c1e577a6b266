import { z } from "zod";
import type { Parameter } from "../parameter";
import { flag, roleNames, wholeNumber } from "../rules";

/** Who may sign in, as what, and for how long. */
export const signInParameters = {
  ROLES: {
    type: "string",
    default: "User,Admin",
    description:
      "The names of the roles, separated by commas, Admin among them. A new account gets the first.",
    rule: roleNames,
  },
  REQUIRE_VERIFIED_EMAIL: {
    type: "boolean",
    default: true,
    description: "Whether guards and isAuthorizedBy… ask for a verified e-mail address.",
    rule: flag,
  },
  FRESH_SIGN_IN_SECONDS: {
    type: "int",
    default: 300,
    description:
      "How many seconds ago somebody may have signed in for what asks for a fresh sign-in, 30 to 86400.",
    rule: wholeNumber(30, 86_400),
  },
  SESSION_IDLE_DAYS: {
    type: "int",
    default: 14,
    description: "How many days a session lives that is not used, 1 to 400.",
    rule: wholeNumber(1, 400),
  },
  SESSION_MAX_DAYS: {
    type: "int",
    default: 90,
    description: "How many days a session lives at most, however much it is used, 1 to 4000.",
    rule: wholeNumber(1, 4000),
  },
  SESSIONS_PER_USER: {
    type: "int",
    default: 20,
    description:
      "How many sessions a user may have at a time, 0 to 1000: the oldest one ends when there are more. 0: no limit.",
    rule: wholeNumber(0, 1000),
  },
  ACTIVITY_DAYS: {
    type: "int",
    default: 400,
    description:
      "How many days it is kept who signed in, changed or administrated what, from which device and network, 1 to 3650.",
    rule: wholeNumber(1, 3650),
  },
  INVITATION_DAYS: {
    type: "int",
    default: 7,
    description: "How many days an invitation is good that an administrator had sent, 1 to 30.",
    rule: wholeNumber(1, 30),
  },
  SIGN_UP: {
    type: "string",
    default: "open",
    description:
      "open: anyone may register. by-mail: anyone may ask for an account by requestAccount, a mailed link sets its password, and nobody learns whether an address has an account. closed: only administrators make accounts.",
    rule: z.enum(["open", "by-mail", "closed"], "must be open, by-mail or closed"),
  },
  BLOCKING_FUNCTIONS: {
    type: "string",
    default: "off",
    description:
      "on: sign-ups and sign-ins with Firebase's own SDK meet SIGN_UP and the limits, too, by blocking functions, which need Identity Platform and take the place of any of your own. off: these functions are not deployed.",
    rule: z.enum(["off", "on"], "must be off or on"),
  },
} as const satisfies Record<string, Parameter>;
