import { defaultParameters, parameterFlaws, readSettings } from "../../src/config";
import { parameters } from "../../src/config/parameters";
import { complete } from "../../testing/config";

describe("readSettings", () => {
  test("reads what is set, and the default of what is not, each as what it is", () => {
    expect(readSettings({ ...complete, REQUIRE_VERIFIED_EMAIL: "false" })).toMatchObject({
      mailFrom: "no-reply@example.com",
      allowedOrigins: ["https://example.com", "capacitor://localhost"],
      roles: ["User", "Admin"],
      requireVerifiedEmail: false,
      freshSignInSeconds: 300,
      signUp: "open",
      appColor: "#1d4ed8",
      termsUrl: "",
      trustedProxies: [],
    });
  });

  test("has a setting for every parameter, and no other", () => {
    const names = Object.keys(parameters).map((name) =>
      name.toLowerCase().replace(/_(.)/g, (_, letter: string) => letter.toUpperCase()),
    );
    expect(Object.keys(readSettings(complete)).sort()).toEqual(names.sort());
  });

  test("has defaults that keep their own rules", () => {
    expect(parameterFlaws({ ...complete, ...defaultParameters() })).toEqual([]);
  });

  test("names every parameter that must be set, one with an empty text too", () => {
    expect(() => readSettings({ WEB_API_KEY: "" })).toThrow(
      "Parameters: WEB_API_KEY must be set; MAIL_FROM must be set; ACTION_URL must be set; ALLOWED_ORIGINS must be set.",
    );
  });

  test.each([
    ["MAIL_FROM", "Me <me@example.com>", "must be one e-mail address"],
    ["ACTION_URL", "http://127.0.0.1:5000/", "must be the https:// URL of a page"],
    ["FUNCTIONS_REGION", "Europe", "must be a region such as europe-west1"],
    [
      "FUNCTIONS_SERVICE_ACCOUNT",
      "ada@example.com",
      "must be a service account's email address or empty",
    ],
    ["ROLES", "User", "must include Admin"],
    ["ROLES", "User,Admin,User", "must not name a role twice"],
    ["ROLES", "Admin,User", "must not begin with Admin: new accounts get the first"],
    ["ROLES", "User,Ad min", "must be names of letters, digits, _ and -"],
    ["REQUIRE_VERIFIED_EMAIL", "TRUE", "must be true or false"],
    ["SIGN_UP", "maybe", "must be open, by-mail or closed"],
    ["LIVE_STATE_MAX_AGE_SECONDS", "301", "must be a whole number from 0 to 300"],
    ["LIVE_STATE_MAX_AGE_SECONDS", "1.5", "must be a whole number from 0 to 300"],
    ["LIVE_STATE_MAX_AGE_SECONDS", "", "must be a whole number from 0 to 300"],
    ["APP_NAME", "A\nB", "must not hold control characters"],
    ["APP_COLOR", "blue", "must look like rrggbb"],
    ["APP_LOGO_URL", "http://example.com/logo.png", "must be an https:// URL or empty"],
    ["SUPPORT_EMAIL", "help", "must be one e-mail address or empty"],
  ])("refuses %s=%j", (name, text, rule) => {
    expect(parameterFlaws({ ...complete, [name]: text })).toEqual([`${name} ${rule}`]);
  });
});
