import { spawn, type ChildProcess } from 'node:child_process';
import { openSync, closeSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { compileCache } from '../../support/compile-cache.js';

const LOOK_MS = 20;

/** How many times as long everything may take on a machine that is busy with other things. */
export const PATIENCE = Number(process.env['FAULT_PATIENCE'] ?? '1');

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly tookMs: number;
}

export interface HowToStart {
  readonly environment: Readonly<Record<string, string>>;
  readonly port: number;
  /** File of its output, which tells why it did not start. */
  readonly log: string;
  /** `main`: web and worker in one process, as where nothing is said · `worker`: background work alone, which serves no page. */
  readonly program?: 'main' | 'worker';
  /** Folder of the built program; this one, where nothing is said. */
  readonly folder?: string;
  /** Options of Node itself, e.g. a smaller heap. */
  readonly node?: readonly string[];
  /** A tool under which it runs, with its arguments. */
  readonly under?: readonly string[];
}

/** One life of the program as it is shipped. */
export class AppProcess {
  private readonly child: ChildProcess;
  private readonly gone: Promise<Omit<Ended, 'tookMs'>>;

  /** Starts it at once; `ready` says when it serves. */
  constructor(private readonly how: HowToStart) {
    const log = openSync(how.log, 'a');
    const [command = '', ...args]: readonly string[] = [
      ...(how.under ?? []),
      process.execPath,
      '--disable-warning=ExperimentalWarning',
      ...(how.node ?? []),
      `dist/src/${how.program ?? 'main'}.js`,
    ];
    this.child = spawn(command, args, {
      env: {
        PATH: process.env['PATH'],
        TZ: 'UTC',
        // A tool that lets calls of the system fail is to fail those of the program.
        ...(how.under === undefined || how.under.length === 0 ? compileCache() : {}),
        ...how.environment,
        HOI_AM_PORT: String(how.port),
        // A worker is known to work by what it writes.
        ...(how.program === 'worker' ? { HOI_AM_LOG: 'info' } : {}),
      },
      cwd: how.folder,
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    this.gone = new Promise((resolve) => {
      this.child.once('exit', (code, signal) => resolve({ code, signal }));
    });
  }

  get url(): string {
    return `http://127.0.0.1:${this.how.port}`;
  }

  /** @throws Error when the process ended */
  get pid(): number {
    if (!this.lives || this.child.pid === undefined) throw new Error('The app does not live.');
    return this.child.pid;
  }

  get lives(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  async isReady(): Promise<boolean> {
    if (this.how.program === 'worker') return (await this.words()).includes('app.started');
    const answer = await fetch(`${this.url}/health/ready`, { signal: AbortSignal.timeout(2000) }).catch(() => null);
    return answer?.ok ?? false;
  }

  /** @returns milliseconds until it answered @throws Error with its last words when it ended, or took longer than it may */
  async ready(patienceMs = 60_000 * PATIENCE): Promise<number> {
    const from = performance.now();
    while (performance.now() - from < patienceMs) {
      if (!this.lives) throw new Error(`The app ended while it started.\n${await this.lastWords()}`);
      if (await this.isReady()) return performance.now() - from;
      await pause(LOOK_MS);
    }
    throw new Error(`The app was not ready after ${patienceMs / 1000} s.\n${await this.lastWords()}`);
  }

  /** As a loss of power would: no farewell. */
  kill(): Promise<Ended> {
    return this.end('SIGKILL');
  }

  /** As a service manager stops a service. */
  terminate(): Promise<Ended> {
    return this.end('SIGTERM');
  }

  /** Waits for an end that comes by itself. @throws Error when it still lives then */
  async ended(patienceMs: number): Promise<Ended> {
    const from = performance.now();
    const late = pause(patienceMs, null, { ref: false });
    const end = await Promise.race([this.gone, late]);
    if (end === null) throw new Error(`The app still lives after ${patienceMs / 1000} s.`);
    return { ...end, tookMs: performance.now() - from };
  }

  async lastWords(): Promise<string> {
    return (await this.words()).slice(-3000);
  }

  private words(): Promise<string> {
    return readFile(this.how.log, 'utf8').catch(() => '');
  }

  private async end(signal: NodeJS.Signals): Promise<Ended> {
    const from = performance.now();
    if (this.lives) this.child.kill(signal);
    return { ...(await this.gone), tookMs: performance.now() - from };
  }
}
