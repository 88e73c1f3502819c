/** Ends a run with the one line that a machine can read: `N passed, N failed`. */
export default class ClosingLine {
  onRunComplete(_contexts, results) {
    const broken = results.numRuntimeErrorTestSuites;
    process.stdout.write(`${results.numPassedTests} passed, ${results.numFailedTests + broken} failed\n`);
  }
}
