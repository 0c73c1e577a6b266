/** What is mutated. */
const folders = process.env.MUTATE?.split(",") ?? ["access", "accounts"];

/**
 * `npm run mutate` goes through access/ and accounts/, which takes a night. MUTATE=access/live does so for one folder,
 * with the tests of access/ alone.
 *
 * @type {import("@stryker-mutator/api/core").PartialStrykerOptions}
 */
module.exports = {
  mutate: folders.map((folder) => `functions/src/${folder}/**/*.ts`),
  testRunner: "jest",
  jest: { configFile: "jest.mutate.config.js" },
  coverageAnalysis: "perTest",
  ignoreStatic: true,
  concurrency: 1,
  timeoutMS: 60_000,
  reporters: ["clear-text", "progress-append-only"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  ignorePatterns: ["web/dist", "functions/lib", "e2e", "docs/images"],
};
