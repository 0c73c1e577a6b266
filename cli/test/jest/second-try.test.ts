import { combined } from "../../jest/second-try";
import type { Run } from "../../jest/run";

const run = (counts: Partial<Run>): Run => ({
  passed: 0,
  failed: 0,
  skipped: 0,
  skippedIn: {},
  failedFiles: [],
  code: 0,
  ...counts,
});

describe("a second try", () => {
  const first = run({
    passed: 98,
    failed: 2,
    skipped: 3,
    skippedIn: { "only embedded": 3 },
    failedFiles: [{ path: "/a.test.ts", passed: 4, failed: 2, skipped: 1 }],
    code: 1,
  });

  test("stands in place of what its files said the first time", () => {
    expect(combined(first, run({ passed: 6, skipped: 1 }))).toMatchObject({
      passed: 100,
      failed: 0,
      skipped: 3,
      skippedIn: { "only embedded": 3 },
      code: 0,
    });
  });

  test("that fails again is a failure", () => {
    const second = run({ passed: 5, failed: 1, skipped: 1, code: 1 });
    expect(combined(first, second)).toMatchObject({ passed: 99, failed: 1, skipped: 3, code: 1 });
  });

  test("that could not be run fails, whatever it was about", () => {
    expect(combined(first, run({ failed: 1, code: 1 }))).toMatchObject({ failed: 1, code: 1 });
  });
});
