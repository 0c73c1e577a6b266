/** What the pages are told when they are built (cli/build/pages.ts says by whom). */
interface Settings {
  appName: string;
  /** As `#rrggbb`. Empty: the one in the style sheet. */
  appColor: string;
  /** Where a `continueUrl` may lead besides the pages' own origin. */
  allowedOrigins: readonly string[];
  /** Of the OAuth client for the web. Empty: there is no button for Google. */
  googleClientId: string;
}

const {
  VITE_APP_NAME = "",
  VITE_APP_COLOR = "",
  VITE_ALLOWED_ORIGINS = "",
  VITE_GOOGLE_CLIENT_ID = "",
} = import.meta.env as Record<string, string | undefined>;

export const settings: Settings = {
  appName: VITE_APP_NAME,
  appColor: VITE_APP_COLOR,
  allowedOrigins: VITE_ALLOWED_ORIGINS.split(",").map((origin) => origin.trim()),
  googleClientId: VITE_GOOGLE_CLIENT_ID,
};
