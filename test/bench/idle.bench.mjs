/** What an app costs while nobody uses it: fifty departments on one machine are fifty of these. The limits are what one of them may take in a minute. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const LIMITS = { statements: 60, cpuMs: 300, memoryMiB: 150 };

let measured = null;

/** It mostly waits, and may wait beside others that do. */
function begin() {
  measured ??= promisify(execFile)(process.execPath, [
    '--disable-warning=ExperimentalWarning',
    fileURLToPath(new URL('idle-app.mjs', import.meta.url)),
  ]);
  return measured;
}

async function minute() {
  const { stdout } = await begin();
  return JSON.parse(stdout.trim().split('\n').at(-1));
}

const bench = (name, figure, unit) => ({
  name,
  begin,
  async run() {
    const ours = (await minute())[figure];
    return { ours, limit: LIMITS[figure], ratio: ours / LIMITS[figure], unit, isOnce: true };
  },
});

export const idleStatements = bench('idle-statements', 'statements', 'Statements');
export const idleCpu = bench('idle-cpu', 'cpuMs', 'CpuMs');
export const idleMemory = bench('idle-memory', 'memoryMiB', 'MiB');
