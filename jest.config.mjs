import { accessSync, constants, statfsSync } from 'node:fs';
import { swcOptions } from './.ci/swc-options.mjs';

const MEMORY = '/dev/shm';
const ENOUGH = 4 * 2 ** 30;

/** Every commit of a test waits for the disk: a thousand databases on a disk in memory take minutes less. */
function useMemoryForFiles() {
  try {
    accessSync(MEMORY, constants.W_OK);
    const { bavail, bsize } = statfsSync(MEMORY);
    if (bavail * bsize >= ENOUGH) process.env['TMPDIR'] = MEMORY;
  } catch {
    // No such disk here: the usual place does.
  }
}
useMemoryForFiles();

const swc = (tsx) => ['@swc/jest', { ...swcOptions(tsx), sourceMaps: 'inline' }];

// Two packages that CommonJS parts of Fastify require are ESM only; jest cannot require them on Node < 24.9.
const esmOnly = 'content-disposition|cookie';

const base = {
  testEnvironment: '<rootDir>/test/support/one-registry/environment.mjs',
  runtime: '<rootDir>/test/support/one-registry/runtime.cjs',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/var/'],
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly})/)`],
  transform: {
    [`node_modules/(${esmOnly})/.+\\.js$`]: ['@swc/jest', { module: { type: 'commonjs' } }],
    '^.+\\.ts$': swc(false),
    '^.+\\.tsx$': swc(true),
  },
};

/** @type {import('jest').Config} */
export default {
  reporters: ['default', '<rootDir>/test/support/closing-line.reporter.mjs'],
  testSequencer: '<rootDir>/test/support/longest-first.sequencer.mjs',
  // Left out, one core of two would stand idle.
  maxWorkers: '100%',
  workerIdleMemoryLimit: '1GB',
  testTimeout: 120_000,
  projects: [
    {
      ...base,
      displayName: 'unit',
      testMatch: ['<rootDir>/{src,integrations,templates}/**/*.spec.{ts,tsx}', '<rootDir>/test/docs/*.spec.ts'],
    },
    { ...base, displayName: 'medium', testMatch: ['<rootDir>/test/medium/**/*.spec.ts'] },
    { ...base, displayName: 'e2e', testMatch: ['<rootDir>/test/e2e/**/*.spec.ts'] },
    { ...base, displayName: 'browser', testMatch: ['<rootDir>/test/browser/**/*.spec.ts'] },
    { ...base, displayName: 'faults', testMatch: ['<rootDir>/test/faults/*.spec.ts'] },
    { ...base, displayName: 'faults-full', testMatch: ['<rootDir>/test/faults/full/*.spec.ts'] },
    { ...base, displayName: 'soak', testMatch: ['<rootDir>/test/faults/soak/*.spec.ts'] },
    { ...base, displayName: 'long', testMatch: ['<rootDir>/test/long/**/*.spec.ts'] },
  ],
};
