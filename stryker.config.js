/** What is mutated. */
const folders = process.env.MUTATE?.split(",") ?? ["access", "accounts"];

/**
 * `npm run mutate` goes through access/ and accounts/, in half an hour on two quiet cores. MUTATE=access/live does so for
 * one folder, with the tests of access/ alone.
 *
 * @type {import("@stryker-mutator/api/core").PartialStrykerOptions}
 */
module.exports = {
  mutate: folders.map((folder) => `functions/src/${folder}/**/*.ts`),
  testRunner: "jest",
  // Its one file of tests reaches everything: finding what is related takes longer than running it.
  jest: { configFile: "jest.mutate.config.js", enableFindRelatedTests: false },
  coverageAnalysis: "perTest",
  ignoreStatic: true,
  concurrency: 2,
  timeoutMS: 20_000,
  reporters: ["json", "clear-text", "progress-append-only"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  ignorePatterns: ["web/dist", "functions/lib", "e2e", "docs/images"],
};
