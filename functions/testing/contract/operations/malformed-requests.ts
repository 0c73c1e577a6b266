import type { OperationName } from "../transport";

const token = { accessToken: "t" };
const login = { email: "ada@example.com", password: "secret-value" };
/** A request that no operation takes, and the beginning of what is said of it. */
export const malformedRequests: readonly [OperationName, unknown, string][] = [
  ["generateToken", null, "request: must be an object"],
  ["generateToken", "secret-value", "request: must be an object"],
  ["generateToken", [login], "request: must be an object"],
  ["generateToken", {}, "email: is missing; password: is missing"],
  ["generateToken", { ...login, email: 7 }, "email: must be a string"],
  ["generateToken", { ...login, password: "" }, "password: must not be empty"],
  [
    "generateToken",
    { ...login, password: "x".repeat(1024 * 1024) },
    "password: must be at most 4,096 characters",
  ],
  ["generateToken", { ...login, secret: "secret-value" }, "request: holds a key that is not known"],
  [
    "generateToken",
    JSON.parse('{"__proto__":{"email":"a@b.co","password":"x"}}'),
    "email: is missing",
  ],
  ["generateToken", { ...login, constructor: "x" }, "request: holds a key that is not known"],
  ...[
    "ada",
    "ada@localhost",
    "Ada <ada@example.com>",
    "ada@example.com,eve@example.com",
    "ada@example.com\r\nBcc: eve@example.com",
    "ada@example.com ",
    "ada\u0000@example.com",
    "\u212Aelvin@example.com",
    `${"a".repeat(250)}@example.com`,
  ].map((email): [OperationName, unknown, string] => [
    "resetPassword",
    { email },
    "email: must be",
  ]),
  [
    "resetPassword",
    { email: "ada@example.com", locale: "../../etc" },
    "locale: must be a language tag",
  ],
  ["register", { ...login, firstName: "A", lastName: "" }, "lastName: must not be empty"],
  ["register", { ...login, firstName: " ", lastName: "B" }, "firstName: must not be empty"],
  [
    "register",
    { ...login, firstName: "A\nB", lastName: "B" },
    "firstName: must not hold control characters",
  ],
  ["register", { ...login, firstName: "A\u202Eda", lastName: "B" }, "firstName: must not hold"],
  ["register", { ...login, firstName: "A", lastName: "\u2066B" }, "lastName: must not hold"],
  ["register", { ...login, firstName: "\u200B\uFEFF", lastName: "B" }, "firstName: must hold"],
  ["register", { ...login, firstName: "\u3164", lastName: "B" }, "firstName: must hold"],
  ["register", { ...login, firstName: "\uD83D", lastName: "B" }, "firstName: must be well-formed"],
  [
    "register",
    { ...login, firstName: "\u{1F600}".repeat(101), lastName: "B" },
    "firstName: must be at most 100 characters",
  ],
  [
    "register",
    { ...login, firstName: "x".repeat(101), lastName: "B" },
    "firstName: must be at most 100 characters",
  ],
  ["renewToken", { refreshToken: "" }, "refreshToken: must not be empty"],
  [
    "renewToken",
    { refreshToken: "x".repeat(3501) },
    "refreshToken: must be at most 3,500 characters",
  ],
  ["renewToken", { refreshToken: null }, "refreshToken: must be a string"],
  [
    "generateTokenForOAuth",
    { idToken: "x".repeat(8 * 1024 * 1024) },
    "idToken: must be at most 8,192 characters",
  ],
  [
    "generateTokenForOAuth",
    { idToken: "x", providerId: "evil.com" },
    "providerId: must be google.com",
  ],
  ["isAuthorizedByRole", { ...token, roles: "Admin" }, "roles: must be an array"],
  ["isAuthorizedByRole", { ...token, roles: [] }, "roles: must name a role"],
  [
    "isAuthorizedByRole",
    { ...token, roles: ["Root"] },
    "roles.0: must be one of the project's roles",
  ],
  [
    "isAuthorizedByRole",
    { ...token, roles: Array(21).fill("User") },
    "roles: must name at most 20 roles",
  ],
  ["isAuthorizedByRole", { accessToken: 7, roles: ["User"] }, "accessToken: must be a string"],
  ...["", "a/b", ".", "..", "__proto__", "x".repeat(129)].map(
    (requestedUserId): [OperationName, unknown, string] => [
      "isAuthorizedByUserId",
      { ...token, requestedUserId },
      "requestedUserId: must",
    ],
  ),
  [
    "isAuthorizedByUserId",
    { ...token, requestedUserId: { toString: 1 } },
    "requestedUserId: must be a string",
  ],
];
