// Adds up what the test runners reported.

/**
 * @typedef {{ passed: number, failed: number, skipped: number, leftOut: string[] }} Totals
 * `leftOut` names the skipped suites; the reason stands in the name.
 */

/** @returns {Totals} */
export const nothing = () => ({ passed: 0, failed: 0, skipped: 0, leftOut: [] });

/**
 * @param {object} report what `jest --json` wrote; a suite that could not be loaded counts as one failed test
 * @returns {Totals}
 */
export function fromJest(report) {
  const leftOut = new Set();
  for (const { assertionResults } of report.testResults) {
    for (const { status, ancestorTitles, title } of assertionResults) {
      if (status === 'pending')
        leftOut.add(
          ancestorTitles.find((name) => name.includes('[left out')) ?? [...ancestorTitles, title].join(' › '),
        );
    }
  }
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
    leftOut: [...leftOut],
  };
}

/** @param {Totals[]} all */
export function sum(all) {
  return all.reduce(
    (total, { passed, failed, skipped, leftOut }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
      skipped: total.skipped + skipped,
      leftOut: [...new Set([...total.leftOut, ...leftOut])],
    }),
    nothing(),
  );
}

/** The last line of a run. @param {Totals} totals */
export function lastLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
