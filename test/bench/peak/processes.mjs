/** The processes of the proof, and what they take: the application as it is shipped, and what it has begun itself apart from it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { processCpuMs } from '../measure.mjs';

const START_MS = 180_000;
const LOOK_EVERY_MS = 200;

/** The application alone, started as an operator starts it. */
export class AppProcess {
  constructor(url, child) {
    this.url = url;
    this.child = child;
  }

  /** @param {{url: string, environment: object}} how @returns {Promise<AppProcess>} one that answers */
  static async start({ url, environment }) {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'dist/src/main.js'], {
      env: { PATH: process.env.PATH, TZ: 'UTC', ...environment },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const patience = AbortSignal.timeout(START_MS);
    while (!patience.aborted && child.exitCode === null) {
      const answer = await fetch(`${url}/health/ready`).catch(() => null);
      if (answer?.ok) return new AppProcess(url, child);
      await pause(LOOK_EVERY_MS);
    }
    throw new Error('The application did not start.');
  }

  get pid() {
    return this.child.pid;
  }

  /** CPU ms so far: of the application with all its threads, and of the programs that it has begun (LibreOffice, pdftoppm). */
  cpuMs() {
    const { own, endedChildren } = processCpuMs(this.pid);
    return { own, begun: endedChildren + descendantsOf(this.pid).reduce((sum, pid) => sum + wholeOf(pid), 0) };
  }

  async stop() {
    const gone = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await gone;
  }
}

function descendantsOf(pid) {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/u.test(name))
      .map((name) => [Number(name), parentOf(name)]),
  );
  const isBelow = (one) => one !== undefined && (parents.get(one) === pid || isBelow(parents.get(one)));
  return [...parents.keys()].filter(isBelow);
}

function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return undefined;
  }
}

/** One that ends at this moment is counted by its parent. */
function wholeOf(pid) {
  try {
    const { own, endedChildren } = processCpuMs(pid);
    return own + endedChildren;
  } catch {
    return 0;
  }
}
