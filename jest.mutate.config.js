const unit = require("./jest.unit.config");

const { displayName: _, ...functions } = unit.projects.find(
  ({ displayName }) => displayName === "functions",
);

/**
 * The unit tests of access/ and accounts/, as Stryker runs them: it takes no projects.
 *
 * @type {import("jest").Config}
 */
module.exports = {
  ...functions,
  testMatch: functions.testMatch.filter((pattern) =>
    /test\/(access|accounts|contract|operations|sessions)\//.test(pattern),
  ),
};
