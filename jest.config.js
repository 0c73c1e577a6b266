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

/** A project whose tests need something running beside them, started once and only when such a test is run. */
const withSetup = (folder) => ({
  globalSetup: join(__dirname, folder, "global-setup.ts"),
  globalTeardown: join(__dirname, folder, "global-teardown.ts"),
});

/** @type {import("jest").Config} */
module.exports = {
  // Two files at a time: the emulators beside them want a core as well.
  maxWorkers: 2,
  projects: [
    project("functions", "functions/test", {
      ...withSetup("functions/test/emulators"),
      setupFiles: [join(__dirname, "functions/test/emulators/hosts.ts")],
    }),
    project("local", "local/test"),
    project("e2e", "e2e", withSetup("e2e")),
  ],
};
