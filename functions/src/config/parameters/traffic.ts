import { z } from "zod";
import type { Parameter } from "../parameter";
import { attestedOperations, networks, orEmpty, wholeNumber } from "../rules";

/** Whom instances believe, how old what they know may be, and who may ask how they are. */
export const trafficParameters = {
  LIVE_STATE_MAX_AGE_SECONDS: {
    type: "int",
    default: 1,
    description:
      "How many seconds a revocation may take to take effect everywhere, 0 to 300. 0: ask on every check.",
    rule: wholeNumber(0, 300),
  },
  COMPARE_ACCOUNTS: {
    type: "string",
    default: "off",
    description:
      "on: a function that runs all the time finds accounts that were disabled, enabled or signed out elsewhere (console, client SDK, other servers) within a minute, up to some 50,000 accounts. off: it is not deployed, and they are found at the user's next sign-in or renewal.",
    rule: z.enum(["off", "on"], "must be off or on"),
  },
  READY_TOKEN: {
    type: "string",
    default: "",
    description:
      "The bearer token that GET /health/ready asks for, 16 to 200 letters, digits, - and _. Empty: anyone may ask.",
    rule: orEmpty(
      z.string().regex(/^[\w-]{16,200}$/),
      "must be 16 to 200 letters, digits, - and _, or empty",
    ),
  },
  APP_CHECK: {
    type: "string",
    default: "off",
    description:
      "Whether what anybody may ask must come from your own apps, by a token of Firebase App Check. off: not looked at. monitor: counted. enforce: refused without one.",
    rule: z.enum(["off", "monitor", "enforce"], "must be off, monitor or enforce"),
  },
  APP_CHECK_CONSUME: {
    type: "string",
    default: "",
    description:
      "The operations, separated by commas, for which a token of App Check is good only once, such as register,generateToken. Each then costs a call to Google. Empty: none.",
    rule: attestedOperations,
  },
  APP_CHECK_SITE_KEY: {
    type: "string",
    default: "",
    description:
      "The site key of reCAPTCHA Enterprise, with which the pages prove to App Check what they are. Empty: they send no token.",
    rule: orEmpty(z.string().regex(/^[\w-]{1,100}$/), "must be a site key or empty"),
  },
  APP_CHECK_APP_ID: {
    type: "string",
    default: "",
    description:
      "The pages' app id (1:…:web:…), as App Check knows them. Empty: they send no token.",
    rule: orEmpty(
      z.string().regex(/^1:\d+:web:[0-9a-f]+$/),
      "must be the id of a web app or empty",
    ),
  },
  TRUSTED_PROXIES: {
    type: "string",
    default: "",
    description:
      "The networks of your own load balancers or proxies, as CIDRs separated by commas: X-Forwarded-For is believed one entry further left where the last one lies in them. Empty: none.",
    rule: networks,
  },
} as const satisfies Record<string, Parameter>;
