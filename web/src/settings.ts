/** What the pages are told when they are built (cli/build/pages.ts says by whom). Their look is in the style sheet. */
interface Settings {
  appName: string;
  /** Where a `continueUrl` or `returnTo` may lead besides the pages' own origin. */
  allowedOrigins: readonly string[];
  /** Of the OAuth client for the web. Empty: there is no button for Google. */
  googleClientId: string;
  /** Whether there is a button for Google, or on the local stack for what stands in for it. */
  offersGoogle: boolean;
  /** How requests prove that they come from these pages. Without site key and app id they don't. */
  appCheck: {
    siteKey: string;
    appId: string;
    /** The project's Web API key. */
    apiKey: string;
    /** The operations for which a token is good only once. */
    consume: readonly string[];
  };
  /** Whether anybody may create an account. */
  signUp: "open" | "by-mail" | "closed";
  /** The first is the one that a new account gets. */
  roles: readonly string[];
  passwordMinLength: number;
  /** How many mails of one kind an address is sent. 0: as many as are asked for. */
  mailsPerMinute: number;
  /** Each is empty where there is none. */
  supportEmail: string;
  termsUrl: string;
  privacyUrl: string;
}

const {
  VITE_APP_NAME = "",
  VITE_ALLOWED_ORIGINS = "",
  VITE_GOOGLE_CLIENT_ID = "",
  VITE_INBOX,
  VITE_APP_CHECK_SITE_KEY = "",
  VITE_APP_CHECK_APP_ID = "",
  VITE_APP_CHECK_CONSUME = "",
  VITE_WEB_API_KEY = "",
  VITE_SIGN_UP = "open",
  VITE_ROLES = "",
  VITE_PASSWORD_MIN_LENGTH = "8",
  VITE_MAILS_PER_MINUTE = "1",
  VITE_SUPPORT_EMAIL = "",
  VITE_TERMS_URL = "",
  VITE_PRIVACY_URL = "",
} = import.meta.env as Record<string, string | undefined>;

export const settings: Settings = {
  appName: VITE_APP_NAME,
  allowedOrigins: VITE_ALLOWED_ORIGINS.split(",").map((origin) => origin.trim()),
  googleClientId: VITE_GOOGLE_CLIENT_ID,
  offersGoogle: VITE_GOOGLE_CLIENT_ID !== "" || VITE_INBOX !== undefined,
  appCheck: {
    siteKey: VITE_APP_CHECK_SITE_KEY,
    appId: VITE_APP_CHECK_APP_ID,
    apiKey: VITE_WEB_API_KEY,
    consume: VITE_APP_CHECK_CONSUME.split(",").map((name) => name.trim()),
  },
  signUp: VITE_SIGN_UP as Settings["signUp"],
  roles: VITE_ROLES.split(",").map((role) => role.trim()),
  passwordMinLength: Number(VITE_PASSWORD_MIN_LENGTH),
  mailsPerMinute: Number(VITE_MAILS_PER_MINUTE),
  supportEmail: VITE_SUPPORT_EMAIL,
  termsUrl: VITE_TERMS_URL,
  privacyUrl: VITE_PRIVACY_URL,
};
