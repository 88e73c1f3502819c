import { jest } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ThreadPool } from './thread-pool.js';

/** Answers a job after so long: `busy` takes the processor, `idle` waits as a thread does that is given none. */
const CODE = `
import { parentPort } from 'node:worker_threads';
const nothing = new Int32Array(new SharedArrayBuffer(4));
parentPort.on('message', ({ how, ms }) => {
  const end = Date.now() + ms;
  if (how === 'idle') Atomics.wait(nothing, 0, 0, ms);
  else while (Date.now() < end);
  parentPort.postMessage('done');
});
parentPort.postMessage('ready');
`;

describe('the time of a job in a thread', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hoi-am-threads-'));
  const script = join(folder, 'thread.mjs');
  writeFileSync(script, CODE);
  const threads = new ThreadPool({ script: pathToFileURL(script), threads: 1, timeLimitMs: 150, heapMegabytes: 32 });
  afterAll(async () => {
    await threads.close();
    rmSync(folder, { recursive: true });
  });

  it('is what it takes of the processor: waiting for that on a busy machine is none', async () => {
    expect(await threads.run({ how: 'idle', ms: 700 })).toEqual({ kind: 'answered', answer: 'done' });
  });

  it('is not over for an answer that came while the process itself was busy', async () => {
    const outcome = threads.run({ how: 'busy', ms: 20 });
    const end = performance.now() + 600;
    while (performance.now() < end);
    expect(await outcome).toEqual({ kind: 'answered', answer: 'done' });
  });

  it('is over for a job that takes more, and the next one gets a thread again', async () => {
    expect(await threads.run({ how: 'busy', ms: 60_000 })).toEqual({ kind: 'timeout', of: 'processor' });
    expect(await threads.run({ how: 'busy', ms: 10 })).toEqual({ kind: 'answered', answer: 'done' });
  });

  it('is over in the end for a job that only waits', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate'] });
    const outcome = threads.run({ how: 'idle', ms: 60_000 });
    await jest.advanceTimersByTimeAsync(11_000);
    expect(await outcome).toEqual({ kind: 'timeout', of: 'clock' });
    jest.useRealTimers();
  });
});
