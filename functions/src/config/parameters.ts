import { z } from "zod";
import { originList } from "./origins";
import type { Parameter } from "./parameter";
import { passwordParameters } from "./password-parameters";
import {
  color,
  emailAddress,
  flag,
  fontFamilies,
  networks,
  orEmpty,
  roleNames,
  shortText,
  url,
  wholeNumber,
} from "./rules";

/**
 * Every parameter. What is not here does not exist. To add one, add its entry and run `npm run docs`: `Settings`, what
 * the CLI asks for, `.env.example`, docs/parameters.md and `check:deploy` follow. (Its value is `settings.mailFrom` for
 * `MAIL_FROM`. One without a default needs a local value too, in local/stack/parameters.ts.)
 */
export const parameters = {
  WEB_API_KEY: {
    type: "string",
    description:
      "The project's Web API key (Project settings › General), without a referrer restriction.",
    rule: z.string(),
  },
  MAIL_FROM: {
    type: "string",
    description: "The address that mails come from.",
    example: "no-reply@example.com",
    rule: emailAddress,
  },
  ACTION_URL: {
    type: "string",
    description:
      "The page that mailed links lead to: this project's own, on your domain. It gets mode, oobCode and lang.",
    example: "https://example.com/auth/action",
    // Without encryption a link would show its code to everybody on the way.
    rule: url(/^https$/, "must be the https:// URL of a page"),
    localRule: url(/^https?$/, "must be the URL of a page"),
  },
  ALLOWED_ORIGINS: {
    type: "string",
    description:
      "The origins of the pages that may use the HTTPS API, separated by commas, each in full; the API's own site is no exception. Hybrid apps are capacitor://localhost, ionic://localhost, tauri://localhost and http://tauri.localhost.",
    example: "https://example.com",
    rule: originList(["https:"]),
    localRule: originList(["https:", "http:"]),
  },
  FUNCTIONS_REGION: {
    type: "string",
    default: "us-central1",
    description:
      "The region of every function and of the task queue, such as europe-west1. Move an existing deployment with care: see docs/operations.md.",
    rule: z.string().regex(/^[a-z]+-[a-z]+\d+$/, "must be a region such as europe-west1"),
  },
  FUNCTIONS_SERVICE_ACCOUNT: {
    type: "string",
    default: "",
    description:
      "The service account that every function runs as. Empty: the project's default one (Compute Engine).",
    rule: orEmpty(
      z.email().regex(/\.gserviceaccount\.com$/),
      "must be a service account's email address or empty",
    ),
  },
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
  SIGN_UP: {
    type: "string",
    default: "open",
    description: "open: anyone may register. closed: only administrators make accounts.",
    rule: z.enum(["open", "closed"], "must be open or closed"),
  },
  ...passwordParameters,
  LIVE_STATE_MAX_AGE_SECONDS: {
    type: "int",
    default: 1,
    description:
      "How many seconds a revocation may take to take effect everywhere, 0 to 300. 0: ask on every check.",
    rule: wholeNumber(0, 300),
  },
  APP_NAME: {
    type: "string",
    default: "Our app",
    description: "The application's name as users know it, on pages and in mails.",
    rule: shortText,
  },
  APP_LOGO_URL: {
    type: "string",
    default: "",
    description:
      "An https:// image that mails and pages show at the top, 48 pixels high. Empty: the name.",
    rule: orEmpty(z.url({ protocol: /^https$/ }), "must be an https:// URL or empty"),
  },
  APP_COLOR: {
    type: "string",
    default: "1d4ed8",
    description:
      "The colour of buttons in mails and pages, as rrggbb. (A # begins a comment in .env files.)",
    rule: color,
  },
  APP_CORNER_RADIUS: {
    type: "int",
    default: 10,
    description: "How round the corners of the pages are, in pixels, 0 to 24.",
    rule: wholeNumber(0, 24),
  },
  APP_FONT: {
    type: "string",
    default: "system-ui, sans-serif",
    description: "The pages' font families, in order, of those that devices have.",
    rule: fontFamilies,
  },
  TERMS_URL: {
    type: "string",
    default: "",
    description: "The terms of use that the pages link to. Empty: no link.",
    rule: orEmpty(url(/^https?$/, ""), "must be the URL of a page or empty"),
  },
  PRIVACY_URL: {
    type: "string",
    default: "",
    description: "The privacy policy that the pages link to. Empty: no link.",
    rule: orEmpty(url(/^https?$/, ""), "must be the URL of a page or empty"),
  },
  SUPPORT_EMAIL: {
    type: "string",
    default: "",
    description:
      "Where users write to: mails and pages name it, and replies go there. Empty: nowhere.",
    rule: orEmpty(z.email(), "must be one e-mail address or empty"),
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
  TRUSTED_PROXIES: {
    type: "string",
    default: "",
    description:
      "The networks of your own load balancers or proxies, as CIDRs separated by commas: X-Forwarded-For is believed one entry further left where the last one lies in them. Empty: none.",
    rule: networks,
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

export type ParameterName = keyof typeof parameters;
