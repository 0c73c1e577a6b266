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

const liveStateMaxAgeSeconds = defineInt("LIVE_STATE_MAX_AGE_SECONDS", {
  default: 5,
  description: "How many seconds a revocation may take to bite everywhere. 0: ask on every check.",
});

/** An SMTP URL holds a password, so it lives in Secret Manager. Bound only to the function that mails. */
export const smtpUrl = defineSecret("SMTP_URL");

const name = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/, "must be letters, digits, _ and -");

const rules = z.object({
  WEB_API_KEY: z.string().min(1, "must be set"),
  MAIL_FROM: z.email("must be one e-mail address"),
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
  LIVE_STATE_MAX_AGE_SECONDS: z.number().int().min(0).max(300),
});

/** The parameters, checked and typed; each is described where it is declared. */
export interface Settings {
  webApiKey: string;
  mailFrom: string;
  /** The first is what a new account gets. */
  roles: readonly [string, ...string[]];
  requireVerifiedEmail: boolean;
  signUp: "open" | "closed";
  appName: string;
  liveStateMaxAgeSeconds: number;
}

/**
 * Checks parameter values as deployed or as found in an environment file.
 *
 * @throws {TypeError} Naming every parameter that breaks its rule, and the rule.
 */
export function checkSettings(values: Readonly<Record<string, unknown>>): Settings {
  const checked = rules.safeParse(values);
  if (!checked.success) {
    const flaws = checked.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`);
    throw new TypeError(`Parameters: ${flaws.join("; ")}.`);
  }
  const parameters = checked.data;
  return {
    webApiKey: parameters.WEB_API_KEY,
    mailFrom: parameters.MAIL_FROM,
    roles: parameters.ROLES as [string, ...string[]],
    requireVerifiedEmail: parameters.REQUIRE_VERIFIED_EMAIL,
    signUp: parameters.SIGN_UP,
    appName: parameters.APP_NAME,
    liveStateMaxAgeSeconds: parameters.LIVE_STATE_MAX_AGE_SECONDS,
  };
}

/** Reads the parameters of the running function. They have no value before its first request. */
export function deployedSettings(): Settings {
  return checkSettings({
    WEB_API_KEY: webApiKey.value(),
    MAIL_FROM: mailFrom.value(),
    ROLES: roles.value(),
    REQUIRE_VERIFIED_EMAIL: requireVerifiedEmail.value(),
    SIGN_UP: signUp.value(),
    APP_NAME: appName.value(),
    LIVE_STATE_MAX_AGE_SECONDS: liveStateMaxAgeSeconds.value(),
  });
}
