"use strict";

// A Jest reporter that sends the numbers of tests to the process that started Jest, which prints them last.

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed A suite that could not be run counts as one.
 * @property {number} skipped
 * @property {FileCounts[]} failedFiles
 * @property {Record<string, number>} skippedIn How many in which `describe`, whose name says why; empty when tests were picked by name.
 */

/**
 * @typedef {object} FileCounts What one file of tests adds to the whole.
 * @property {string} path
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
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
      failedFiles: results.testResults.filter(hasFailed).map(countsOf),
    };
    process.send?.(counts);
  }
};

/** @param {import("@jest/test-result").TestResult} file */
function hasFailed(file) {
  return file.numFailingTests > 0 || Boolean(file.testExecError);
}

/**
 * @param {import("@jest/test-result").TestResult} file
 * @returns {FileCounts}
 */
function countsOf(file) {
  return {
    path: file.testFilePath,
    passed: file.numPassingTests,
    failed: file.numFailingTests + (file.testExecError ? 1 : 0),
    skipped: file.numPendingTests + file.numTodoTests,
  };
}
