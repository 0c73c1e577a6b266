const { execFileSync } = require("node:child_process");
const unit = require("./jest.unit.config");

const { displayName: _, ...functions } = unit.projects.find(
  ({ displayName }) => displayName === "functions",
);

/** access/ has tests of its own; accounts/ is behind operations and sessions as well. */
const tested = process.env.MUTATE?.startsWith("access")
  ? /test\/access\//
  : /test\/(access|accounts|contract|operations|sessions)\//;

/** They live through hours of late commits in each test: a minute for every mutant. MUTATE_HOURS=1 has them as well. */
const hours = /\/(late-commits|slow-firestore)\.test\.ts$/;

const files = JSON.parse(
  execFileSync(process.execPath, [
    require.resolve("jest/bin/jest"),
    ...["--config", require.resolve("./jest.unit.config.js")],
    ...["--selectProjects", "functions", "--listTests", "--json"],
  ]).toString(),
)
  .sort()
  .filter((file) => tested.test(file) && (process.env.MUTATE_HOURS || !hours.test(file)));

/**
 * The unit tests of access/ and accounts/, as Stryker runs them: it takes no projects, and loads every file of tests for
 * each mutant. One file that requires them all is loaded once, and only the tests that reach the mutant run.
 *
 * @type {import("jest").Config}
 */
module.exports = {
  ...functions,
  testMatch: [require.resolve("./cli/jest/one-file")],
  globals: { files },
  testTimeout: 60_000,
};
