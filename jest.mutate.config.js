const unit = require("./jest.unit.config");

const { displayName: _, ...functions } = unit.projects.find(
  ({ displayName }) => displayName === "functions",
);

/** access/ has tests of its own; accounts/ is behind operations and sessions as well. */
const tested = process.env.MUTATE?.startsWith("access")
  ? /test\/access\//
  : /test\/(access|accounts|contract|operations|sessions)\//;

/**
 * The unit tests of access/ and accounts/, as Stryker runs them: it takes no projects.
 *
 * @type {import("jest").Config}
 */
module.exports = {
  ...functions,
  testMatch: functions.testMatch.filter((pattern) => tested.test(pattern)),
};
