/** Ends a run with the one line that a machine can read: `N passed, N failed`. */
export default class ClosingLine {
  /** The seed of all chance in the run (test/support/chance.ts). */
  onRunStart() {
    process.stdout.write(`TEST_SEED=${process.env['TEST_SEED'] ?? '1022'}\n`);
  }

  onRunComplete(_contexts, results) {
    const broken = results.numRuntimeErrorTestSuites;
    process.stdout.write(`${results.numPassedTests} passed, ${results.numFailedTests + broken} failed\n`);
  }
}
