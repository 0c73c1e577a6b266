const { join } = require("node:path");

/** What every project of the suite shares: TypeScript through swc, as CommonJS. */
const shared = {
  rootDir: __dirname,
  testEnvironment: "node",
  transform: {
    "\\.ts$": [
      "@swc/jest",
      { jsc: { target: "es2023", parser: { syntax: "typescript" } }, module: { type: "commonjs" } },
    ],
  },
};

const project = (name, folder, more = {}) => ({
  ...shared,
  displayName: name,
  testMatch: [join(__dirname, folder, "**/*.test.ts")],
  ...more,
});

/** @type {import("jest").Config} */
module.exports = {
  // Two files at a time: the emulators beside them want a core as well.
  maxWorkers: 2,
  // Ends what hangs, and measures nothing: each test has real servers in it, on a machine that may be busy.
  testTimeout: 240_000,
  reporters: ["default", join(__dirname, "cli/jest/counts.js")],
  projects: [
    project("functions", "functions/test", {
      setupFiles: [join(__dirname, "cli/jest/quiet.js")],
    }),
    project("local", "local/test"),
    project("cli", "cli/test"),
    project("web", "web/test"),
    project("newcomer", "e2e/newcomer"),
    project("packages", "e2e/packages", {
      globalSetup: join(__dirname, "e2e/packages/global-setup.ts"),
      globalTeardown: join(__dirname, "e2e/packages/global-teardown.ts"),
    }),
    project("e2e", "e2e", {
      testPathIgnorePatterns: ["/node_modules/", "/e2e/newcomer/", "/e2e/packages/"],
      // One whole stack for all of them; not started when none of them is run.
      globalSetup: join(__dirname, "e2e/global-setup.ts"),
      globalTeardown: join(__dirname, "e2e/global-teardown.ts"),
    }),
  ],
};
