import { defaultParameters, parameterFlaws, readSecret, readSettings } from "../../src/config";
import { parameters } from "../../src/config/parameters";

const complete = {
  WEB_API_KEY: "AIzaX",
  MAIL_FROM: "no-reply@example.com",
  ACTION_URL: "https://example.com/auth/action",
  ALLOWED_ORIGINS: "https://example.com, capacitor://localhost",
};

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
    ["SIGN_UP", "maybe", "must be open or closed"],
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

describe("ALLOWED_ORIGINS", () => {
  const flaws = (text: string, local = false) =>
    parameterFlaws({ ...complete, ALLOWED_ORIGINS: text }, { local });

  test.each([
    "https://example.com",
    "https://localhost",
    "https://example.com:8443,ionic://localhost",
    "tauri://localhost,http://tauri.localhost,capacitor://localhost",
  ])("may be %s", (text) => {
    expect(flaws(text)).toEqual([]);
  });

  test.each([
    "http://example.com",
    "https://example.com/",
    "https://example.com/path",
    "capacitor://example.com",
    "chrome-extension://abc",
    "null",
    "",
    "https://a.example.com,",
  ])("may not be %j", (text) => {
    expect(flaws(text)).toEqual([expect.stringMatching(/^ALLOWED_ORIGINS must /)]);
  });

  test("may not be a pattern, and says why", () => {
    expect(flaws("https://*.example.com")).toEqual([
      "ALLOWED_ORIGINS must name every origin in full: a pattern such as https://*.example.com would let in pages that you do not know",
    ]);
  });

  test("may be without encryption on the local stack only", () => {
    expect(flaws("http://127.0.0.1:5000", true)).toEqual([]);
    expect(flaws("http://127.0.0.1:5000")).toEqual([expect.stringMatching(/^ALLOWED_ORIGINS /)]);
  });
});

describe("AUTH_KEYS", () => {
  const [one, two] = [Buffer.alloc(32, 1), Buffer.alloc(48, 2)];
  const text = (...keys: Buffer[]) => keys.map((key) => key.toString("base64url")).join();
  const read = (value: string | undefined) => readSecret("AUTH_KEYS", { AUTH_KEYS: value });

  test("are one key or two, the newest first", () => {
    expect(read(text(one))).toEqual([one]);
    expect(read(text(two, one))).toEqual([two, one]);
  });

  test.each([
    ["nothing", undefined],
    ["an empty text", ""],
    ["a short key", text(Buffer.alloc(31))],
    ["a short old key", text(one, Buffer.alloc(31))],
    ["three keys", text(one, two, one)],
    ["what is no base64url", "%".repeat(43)],
  ])("are not %s", (_, value) => {
    expect(() => read(value)).toThrow(/^Secrets: AUTH_KEYS must be /);
  });

  test("are not repeated when they are refused", () => {
    expect(() => read("tooshortasecret")).not.toThrow(/tooshortasecret/);
  });
});
