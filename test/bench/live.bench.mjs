/** What 500 pages that are looked at cost beyond the same minute without them: a connection each, all told of every act. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const PAGES = 500;
/** Of the thirty in a minute; all pages are told of each. */
const FEWEST_ACTS = 20;
/** A twentieth of a core for a minute, and 100 MiB. */
const LIMITS = { cpuMs: 3_000, memoryMiB: 100 };

let measured = null;

async function minute(connections) {
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--expose-gc',
    '--disable-warning=ExperimentalWarning',
    fileURLToPath(new URL('live-app.mjs', import.meta.url)),
    String(connections),
  ]);
  return JSON.parse(stdout.trim().split('\n').at(-1));
}

/** They mostly wait, and may wait beside others that do. */
const begin = () => (measured ??= both());

async function both() {
  // In the same minute: both meet the same machine.
  const [without, within] = await Promise.all([minute(0), minute(PAGES)]);
  if (within.told < PAGES * FEWEST_ACTS) throw new Error(`The pages were told ${within.told} times.`);
  return { without, within };
}

const bench = (name, figure, unit) => ({
  name,
  begin,
  async run() {
    const { without, within } = await begin();
    const ours = within[figure] - without[figure];
    const detail = { without: without[figure], told: within.told };
    return { ours, limit: LIMITS[figure], ratio: ours / LIMITS[figure], unit, detail, isOnce: true };
  },
});

export const liveCpu = bench('live-500-cpu', 'cpuMs', 'CpuMs');
export const liveMemory = bench('live-500-memory', 'memoryMiB', 'MiB');
