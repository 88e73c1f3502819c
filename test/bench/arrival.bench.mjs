/** What feedback costs that arrives, from the word of the e-office until its ticket is open and told. The limit is what it may take. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const LIMIT_MS = 40;

export const name = 'arrival-cpu';

export async function run() {
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--disable-warning=ExperimentalWarning',
    fileURLToPath(new URL('arrival-app.mjs', import.meta.url)),
  ]);
  const { cpuMs, ...detail } = JSON.parse(stdout.trim().split('\n').at(-1));
  return { ours: cpuMs, limit: LIMIT_MS, ratio: cpuMs / LIMIT_MS, detail, isOnce: true };
}
