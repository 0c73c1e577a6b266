"use strict";

// A Jest reporter that sends the numbers of tests to the process that started Jest, which prints them last.

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed A suite that could not be run counts as one.
 * @property {number} skipped
 * @property {Record<string, number>} skippedIn How many in which `describe`, whose name says why; empty when tests were picked by name.
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
    const skipped = results.testResults
      .flatMap(({ testResults }) => testResults)
      .filter(({ status }) => status === "pending" || status === "todo");
    /** @type {Record<string, number>} */
    const skippedIn = {};
    for (const { ancestorTitles, title } of this.picked ? [] : skipped) {
      const where = ancestorTitles[0] ?? title;
      skippedIn[where] = (skippedIn[where] ?? 0) + 1;
    }
    /** @type {Counts} */
    const counts = {
      passed: results.numPassedTests,
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
      skipped: results.numPendingTests + results.numTodoTests,
      skippedIn,
    };
    process.send?.(counts);
  }
};
