"use strict";

// A Jest reporter that tells the process which started Jest how the tests went; that one has the last word.

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed Suites that could not be run count as one each.
 * @property {number} skipped
 * @property {string[]} skippedTests Their names, which say why, unless tests were picked by name.
 */

module.exports = class CountsReporter {
  /** @param {import("@jest/types").Config.GlobalConfig} configuration */
  constructor(configuration) {
    this.picked = Boolean(configuration.testNamePattern);
  }

  /**
   * @param {Set<unknown>} _contexts
   * @param {import("@jest/test-result").AggregatedResult} results
   */
  onRunComplete(_contexts, results) {
    const tests = results.testResults.flatMap(({ testResults }) => testResults);
    /** @type {Counts} */
    const counts = {
      passed: results.numPassedTests,
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
      skipped: results.numPendingTests + results.numTodoTests,
      skippedTests: this.picked
        ? []
        : tests
            .filter(({ status }) => status === "pending" || status === "todo")
            .map(({ fullName }) => fullName),
    };
    process.send?.(counts);
  }
};
