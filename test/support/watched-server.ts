import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import type { Stage } from '../../src/cli/demo/stage.js';
import { compileCache } from './compile-cache.js';

const START_LIMIT_MS = 120_000;
const SETTLED_MS = 100;

export interface Watched<Result> {
  readonly result: Result;
  /** The longest time on the processor that the server's main thread took between two turns. */
  readonly longestMs: number;
  /** By how much the whole process grew while it was watched, threads included. */
  readonly grownBytes: number;
  readonly tookMs: number;
}

/** An app in a process of its own, as it is shipped, whose main thread and memory are watched. */
export class WatchedServer {
  private constructor(private readonly child: ChildProcess) {}

  static async start(stage: Stage): Promise<WatchedServer> {
    const watch = new URL('./loop-watch.mjs', import.meta.url).href;
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', '--import', watch, 'dist/src/main.js'],
      {
        env: { PATH: process.env['PATH'], TZ: 'UTC', ...compileCache(), ...stage.environment },
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      },
    );
    const patience = AbortSignal.timeout(START_LIMIT_MS);
    while (!(await fetch(`${stage.url}/health/ready`).catch(() => null))?.ok) {
      if (patience.aborted || child.exitCode !== null) throw new Error('The server did not start.');
      await pause(100);
    }
    return new WatchedServer(child);
  }

  async watch<Result>(act: () => Promise<Result>): Promise<Watched<Result>> {
    await this.ask('begin');
    const started = performance.now();
    const result = await act();
    const tookMs = performance.now() - started;
    await pause(SETTLED_MS);
    const seen = (await this.ask('end')) as Pick<Watched<Result>, 'longestMs' | 'grownBytes'>;
    return { result, tookMs, ...seen };
  }

  /** The server's main thread does nothing else for so long: what the watch must see. */
  async holdUp(ms: number): Promise<void> {
    await this.ask({ holdUp: ms });
  }

  async stop(): Promise<void> {
    const gone = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await gone;
  }

  private async ask(what: 'begin' | 'end' | { readonly holdUp: number }): Promise<unknown> {
    const answer = once(this.child, 'message');
    this.child.send(what);
    return (await answer)[0];
  }
}
