import { randomBytes } from "node:crypto";
import { defaultParameters } from "../src/config";

export const projectId = "demo-functions";

/** The password of everybody in these tests. */
export const password = "correct horse battery";

/** The parameters, as the environment of a deployed function has them. */
export const parameters = {
  ...defaultParameters(),
  WEB_API_KEY: "fake-api-key",
  MAIL_FROM: "no-reply@example.com",
  ACTION_URL: "https://example.com/auth/action",
  ALLOWED_ORIGINS: "https://app.example.com,https://admin.example.com,capacitor://localhost",
  APP_NAME: "Test app",
  AUTH_KEYS: randomBytes(32).toString("base64url"),
  // Whoever signs in before a long file of tests stays fresh.
  FRESH_SIGN_IN_SECONDS: "86400",
};
