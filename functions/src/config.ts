import { defineBoolean, defineInt, defineSecret, defineString } from "firebase-functions/params";
import { z } from "zod";

const webApiKey = defineString("WEB_API_KEY", {
  description:
    "The project's Web API key (Project settings › General), without a referrer restriction.",
  input: { text: { example: "AIza…" } },
});

const mailFrom = defineString("MAIL_FROM", {
  description: "The address that mails come from, such as no-reply@example.com.",
});

const actionUrl = defineString("ACTION_URL", {
  description:
    "The page that mailed links lead to, such as https://example.web.app/auth/action. It gets mode, oobCode and lang.",
});

const allowedOrigins = defineString("ALLOWED_ORIGINS", {
  description:
    "The origins of the pages that may use the HTTPS API, separated by commas: https://example.web.app. The API's own site is no exception.",
});

const roles = defineString("ROLES", {
  default: "User,Admin",
  description: "The names of the roles, separated by commas. A new account gets the first.",
});

const requireVerifiedEmail = defineBoolean("REQUIRE_VERIFIED_EMAIL", {
  default: true,
  description: "Whether guards and isAuthorizedBy… ask for a verified e-mail address.",
});

const signUp = defineString("SIGN_UP", {
  default: "open",
  description: "open: anyone may register. closed: accounts are made by administrators only.",
});

const appName = defineString("APP_NAME", {
  default: "Our app",
  description: "The application's name as users know it; mails are signed with it.",
});

const appLogoUrl = defineString("APP_LOGO_URL", {
  default: "",
  description: "An https:// image that mails show above the text, 48 pixels high. Empty: the name.",
});

const appColor = defineString("APP_COLOR", {
  default: "1d4ed8",
  description:
    "The colour of buttons in mails and pages, as rrggbb. (A # begins a comment in .env files.)",
});

const supportEmail = defineString("SUPPORT_EMAIL", {
  default: "",
  description: "The address that mails name for questions. Empty: none.",
});

const mailsPerMinute = defineInt("MAILS_PER_MINUTE", {
  default: 1,
  description: "How many mails of one kind an address may be sent in a minute.",
});

const mailsPerHour = defineInt("MAILS_PER_HOUR", {
  default: 5,
  description: "How many mails of one kind an address may be sent in an hour.",
});

const liveStateMaxAgeSeconds = defineInt("LIVE_STATE_MAX_AGE_SECONDS", {
  default: 5,
  description: "How many seconds a revocation may take to bite everywhere. 0: ask on every check.",
});

/** Every parameter. What is not here does not exist. */
const declared = [
  webApiKey,
  mailFrom,
  actionUrl,
  allowedOrigins,
  roles,
  requireVerifiedEmail,
  signUp,
  appName,
  appLogoUrl,
  appColor,
  supportEmail,
  mailsPerMinute,
  mailsPerHour,
  liveStateMaxAgeSeconds,
];

/** An SMTP URL holds a password, so it lives in Secret Manager. Bound only to the function that mails. */
export const smtpUrl = defineSecret("SMTP_URL");

const name = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/, "must be letters, digits, _ and -");

const origin = z
  .string()
  .refine(
    (text) => /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text,
    "must be origins such as https://example.com, without a path",
  );

const rules = z.object({
  WEB_API_KEY: z.string("must be set").min(1, "must be set"),
  MAIL_FROM: z.email("must be one e-mail address"),
  ACTION_URL: z.url({
    protocol: /^https?$/,
    normalize: true,
    error: "must be an absolute URL of a page",
  }),
  ALLOWED_ORIGINS: z
    .string("must be set")
    .transform((list) => list.split(",").map((origin) => origin.trim()))
    .pipe(z.array(origin).min(1)),
  ROLES: z
    .string()
    .transform((list) => list.split(",").map((role) => role.trim()))
    .pipe(z.array(name).min(1))
    .refine((list) => new Set(list).size === list.length, "must not name a role twice")
    .refine((list) => list.includes("Admin"), "must include Admin")
    .refine((list) => list[0] !== "Admin", "must not begin with Admin: new accounts get the first"),
  REQUIRE_VERIFIED_EMAIL: z.boolean(),
  SIGN_UP: z.enum(["open", "closed"], "must be open or closed"),
  APP_NAME: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .regex(/^\P{Cc}*$/u, "must not hold control characters"),
  APP_LOGO_URL: z.union(
    [z.literal(""), z.url({ protocol: /^https$/, normalize: true })],
    "must be an https:// URL or empty",
  ),
  APP_COLOR: z
    .string()
    .regex(/^#?[0-9a-f]{6}$/i, "must look like rrggbb")
    .transform((color) => (color.startsWith("#") ? color : `#${color}`)),
  SUPPORT_EMAIL: z.union([z.literal(""), z.email()], "must be one e-mail address or empty"),
  MAILS_PER_MINUTE: z.number().int().min(1).max(60),
  MAILS_PER_HOUR: z.number().int().min(1).max(100),
  LIVE_STATE_MAX_AGE_SECONDS: z.number().int().min(0).max(300),
});

/** A link without encryption would show its code to everybody on the way, and a page its tokens. */
const deployedRules = rules
  .refine(({ ACTION_URL }) => ACTION_URL.startsWith("https:"), {
    path: ["ACTION_URL"],
    error: "must be an https:// URL",
  })
  .refine(({ ALLOWED_ORIGINS }) => ALLOWED_ORIGINS.every((o) => o.startsWith("https:")), {
    path: ["ALLOWED_ORIGINS"],
    error: "must be https:// origins",
  });

/** The parameters, checked and typed; each is described where it is declared. */
export interface Settings {
  webApiKey: string;
  mailFrom: string;
  actionUrl: string;
  /** Exact origins, such as `https://example.com`. */
  allowedOrigins: readonly string[];
  /** The first is what a new account gets. */
  roles: readonly [string, ...string[]];
  requireVerifiedEmail: boolean;
  signUp: "open" | "closed";
  appName: string;
  /** Empty for none. */
  appLogoUrl: string;
  /** As `#rrggbb`. */
  appColor: string;
  /** Empty for none. */
  supportEmail: string;
  mailsPerMinute: number;
  mailsPerHour: number;
  liveStateMaxAgeSeconds: number;
}

export interface CheckOptions {
  /** Whether this is the local stack, which may serve its pages without encryption. Default `false`. */
  local?: boolean;
}

/**
 * Checks parameter values as deployed or as found in an environment file.
 *
 * @throws {TypeError} Naming every parameter that breaks its rule, and the rule.
 */
export function checkSettings(
  values: Readonly<Record<string, unknown>>,
  { local = false }: CheckOptions = {},
): Settings {
  const checked = (local ? rules : deployedRules).safeParse(values);
  if (!checked.success) {
    const flaws = checked.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`);
    throw new TypeError(`Parameters: ${flaws.join("; ")}.`);
  }
  const parameters = checked.data;
  return {
    webApiKey: parameters.WEB_API_KEY,
    mailFrom: parameters.MAIL_FROM,
    actionUrl: parameters.ACTION_URL,
    allowedOrigins: parameters.ALLOWED_ORIGINS,
    roles: parameters.ROLES as [string, ...string[]],
    requireVerifiedEmail: parameters.REQUIRE_VERIFIED_EMAIL,
    signUp: parameters.SIGN_UP,
    appName: parameters.APP_NAME,
    appLogoUrl: parameters.APP_LOGO_URL,
    appColor: parameters.APP_COLOR,
    supportEmail: parameters.SUPPORT_EMAIL,
    mailsPerMinute: parameters.MAILS_PER_MINUTE,
    mailsPerHour: parameters.MAILS_PER_HOUR,
    liveStateMaxAgeSeconds: parameters.LIVE_STATE_MAX_AGE_SECONDS,
  };
}

/** Reads the parameters of the running function. They have no value before its first request. */
export function deployedSettings(options?: CheckOptions): Settings {
  const values = declared.map((parameter) => [parameter.name, parameter.value()] as const);
  return checkSettings(Object.fromEntries(values), options);
}

/** The defaults of the parameters that have one, as an environment file would say them. */
export function defaultParameters(): Record<string, string> {
  const defaults = declared.map(({ name, options }) => [name, options.default] as const);
  return Object.fromEntries(
    defaults.flatMap(([name, value]) =>
      value === undefined || typeof value === "object" ? [] : [[name, String(value)]],
    ),
  );
}
