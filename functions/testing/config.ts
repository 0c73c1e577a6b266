/** The parameters that have no default. */
export const complete = {
  WEB_API_KEY: "AIzaX",
  MAIL_FROM: "no-reply@example.com",
  ACTION_URL: "https://example.com/auth/action",
  ALLOWED_ORIGINS: "https://example.com, capacitor://localhost",
};
