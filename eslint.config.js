const { existsSync, readdirSync } = require("node:fs");
const { join } = require("node:path");
const { defineConfig, globalIgnores } = require("eslint/config");
const tseslint = require("typescript-eslint");

/** Folders and files of functions/src from the outside in. Each may import only from those named after it. */
const layers = [
  "kit",
  "index",
  "app",
  "library",
  "live-authorization",
  "endpoints",
  "composition",
  "auth-service",
  "operations",
  "operation",
  "accounts",
  "ports",
  "readiness",
  "system",
  "clock",
  "access",
  "sessions",
  "limits",
  "passwords",
  "network",
  "mail",
  "upgrade",
  "users",
  "identity",
  "invitations",
  "activity",
  "firestore",
  "http",
  "deadline",
  "config",
  "database",
  "email-address",
  "auth-keys",
  "version",
  "errors",
];

/** SDKs stay where they are adapted. */
const homes = {
  "firebase-functions": ["app", "endpoints", "composition", "library", "config"],
  "firebase-admin": [
    "composition",
    "accounts",
    "access",
    "sessions",
    "limits",
    "activity",
    "mail",
    "users",
    "identity",
    "firestore",
    "database",
    "invitations",
    "system",
  ],
  hono: ["endpoints"],
  "@hono": ["endpoints"],
  nodemailer: ["mail"],
};

const unlisted = readdirSync(join(__dirname, "functions/src")).filter(
  (entry) => !layers.includes(entry.replace(/\.ts$/, "")),
);
if (unlisted.length > 0) throw new Error(`functions/src: no layer is named for ${unlisted}.`);

const isFile = (layer) => existsSync(join(__dirname, `functions/src/${layer}.ts`));

const layerRules = layers.map((layer, position) => ({
  files: [`functions/src/${layer}.ts`, `functions/src/${layer}/**`],
  rules: {
    "no-restricted-imports": [
      "error",
      {
        patterns: [
          ...layers.slice(0, position).map((outer) => ({
            // Only the files beside the folders reach a layer with "./".
            regex: `^${isFile(layer) ? "(\\./|(\\.\\./)+)" : "(\\.\\./)+"}${outer}(/|$)`,
            message: `${layer} may not import from ${outer}: imports point inwards.`,
          })),
          ...Object.entries(homes)
            .filter(([, allowed]) => !allowed.includes(layer))
            .map(([sdk]) => ({
              regex: `^${sdk}(/|$)`,
              message: `${sdk} is not used in ${layer}.`,
            })),
        ],
      },
    ],
  },
}));

module.exports = defineConfig(
  globalIgnores([
    "**/node_modules/",
    ".stryker-tmp/",
    "functions/lib/",
    "functions/client.d.ts",
    // Projects of their own: a test compiles and runs them where they are installed.
    "samples/",
    "web/dist/",
    "coverage/",
  ]),
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: __dirname },
    },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { ignoreRestSiblings: true }],
      "@typescript-eslint/explicit-module-boundary-types": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-console": "error",
    },
  },
  { files: ["cli/**", "local/**", "bench/**", "e2e/**"], rules: { "no-console": "off" } },
  {
    files: ["**/test/**", "functions/testing/**", "e2e/**"],
    rules: {
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/unbound-method": "off",
    },
  },
  {
    files: ["functions/src/**"],
    rules: {
      // Parameters are declared in config.ts and the environment is read in composition.ts and its folder, nowhere else.
      "no-restricted-properties": ["error", { object: "process", property: "env" }],
    },
  },
  {
    files: ["functions/src/composition.ts", "functions/src/composition/**"],
    rules: { "no-restricted-properties": "off" },
  },
  ...layerRules,
);
