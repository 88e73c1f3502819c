import { Worker, type Transferable } from 'node:worker_threads';

export interface ThreadLimits {
  /** A file whose code answers each message with one message, and says `READY` once it has loaded. */
  readonly script: URL;
  readonly threads: number;
  /**
   * What a job may take of the processor, from handing it over to its answer; loading the thread's code is not counted. On a Node without
   * `worker.cpuUsage`, what it may take altogether.
   */
  readonly timeLimitMs: number;
  /** Heap of one thread; what it holds outside of the heap is for its own code to bound. */
  readonly heapMegabytes: number;
}

/** What became of a job. */
export type ThreadOutcome =
  | { readonly kind: 'answered'; readonly answer: unknown }
  /** Of what the job took too much: of the processor, which is its own doing, or of the clock, which a busy machine does to any job. */
  | { readonly kind: 'timeout'; readonly of: 'processor' | 'clock' }
  /** The thread ended before it answered: out of memory, or a fault of its code. */
  | { readonly kind: 'died'; readonly reason: string };

export const READY = 'ready';

const START_LIMIT_MS = 20_000;
/** So much longer than its limit a job may take where the thread waits for the processor, as on a busy machine, or for anything else. */
const WAITING_MS = 10_000;

interface Waiting {
  readonly job: unknown;
  readonly transfer: readonly Transferable[];
  readonly done: (outcome: ThreadOutcome) => void;
}

/**
 * Threads for work that must not hold up the process, and that can be stopped whatever it is doing. Threads start when
 * first needed and are used again; one that takes too long is stopped, and another takes its place.
 */
export class ThreadPool {
  private readonly queue: Waiting[] = [];
  private readonly idle: Worker[] = [];
  private readonly all = new Set<Worker>();
  private closed = false;

  constructor(private readonly limits: ThreadLimits) {}

  /** @param transfer memory that is handed over with the job and is no longer the caller's */
  run(job: unknown, transfer: readonly Transferable[] = []): Promise<ThreadOutcome> {
    if (this.closed) return Promise.resolve({ kind: 'died', reason: 'closed' });
    return new Promise((done) => {
      this.queue.push({ job, transfer, done });
      this.next();
    });
  }

  /** Stops the threads; what still waits is told that they died. */
  async close(): Promise<void> {
    this.closed = true;
    for (const { done } of this.queue.splice(0)) done({ kind: 'died', reason: 'closed' });
    const ending = [...this.all];
    this.all.clear();
    await Promise.all(ending.map((worker) => worker.terminate()));
  }

  private next(): void {
    if (this.queue.length === 0) return;
    const worker = this.idle.pop();
    if (worker) this.hand(worker);
    else if (this.all.size < this.limits.threads) this.start();
  }

  private start(): void {
    const { script, heapMegabytes } = this.limits;
    const worker = new Worker(script, {
      resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, maxYoungGenerationSizeMb: 16 },
      env: {},
    });
    this.all.add(worker);
    const stop = this.watch(worker, START_LIMIT_MS, ({ kind }) => {
      stop();
      if (kind === 'answered') this.hand(worker);
      else this.refuse(worker, `thread did not start: ${kind}`);
    });
  }

  private refuse(worker: Worker, reason: string): void {
    this.drop(worker);
    this.queue.shift()?.done({ kind: 'died', reason });
    this.next();
  }

  private hand(worker: Worker): void {
    const waiting = this.queue.shift();
    if (!waiting) {
      this.rest(worker);
      return;
    }
    const stop = this.watch(worker, this.limits.timeLimitMs, (outcome) => {
      stop();
      if (outcome.kind === 'answered') this.rest(worker);
      else this.drop(worker);
      waiting.done(outcome);
      this.next();
    });
    worker.postMessage(waiting.job, waiting.transfer);
  }

  /** Hears the first of: an answer, the end of the thread, the end of the time. @returns how to stop hearing */
  private watch(worker: Worker, timeLimitMs: number, heard: (outcome: ThreadOutcome) => void): () => void {
    worker.ref();
    const stopLimit = limit(worker, timeLimitMs, (of) => heard({ kind: 'timeout', of }));
    const answered = (answer: unknown): void => heard({ kind: 'answered', answer });
    const failed = (error: Error): void => heard({ kind: 'died', reason: error.message });
    const ended = (code: number): void => heard({ kind: 'died', reason: `exit ${code}` });
    worker.on('message', answered).on('error', failed).on('exit', ended);
    return () => {
      stopLimit();
      worker.off('message', answered).off('error', failed).off('exit', ended);
    };
  }

  /** An idle thread is no reason for the process to stay. */
  private rest(worker: Worker): void {
    worker.unref();
    this.idle.push(worker);
  }

  private drop(worker: Worker): void {
    this.all.delete(worker);
    // Errors of a thread that is being stopped have nobody left to hear them.
    worker.on('error', () => undefined);
    void worker.terminate();
  }
}

/** @param over called once, when the thread has had so much of the processor, or that and the time to wait have passed @returns how to call it off */
function limit(worker: Worker, timeLimitMs: number, over: (of: 'processor' | 'clock') => void): () => void {
  const usedMs = processorTime(worker);
  const last = setTimeout(over, timeLimitMs + WAITING_MS, 'clock');
  let isOff = false;
  let next = setTimeout(look, timeLimitMs);
  function look(): void {
    void usedMs().then((used) => {
      if (isOff) return;
      if (used === null) over('clock');
      else if (timeLimitMs - used < 1) over('processor');
      else next = setTimeout(look, timeLimitMs - used);
    });
  }
  return () => {
    isOff = true;
    clearTimeout(last);
    clearTimeout(next);
  };
}

/** @returns how many milliseconds of the processor a thread has had since now; null where that cannot be told */
function processorTime(worker: Worker): () => Promise<number | null> {
  const usage = (since?: NodeJS.CpuUsage): Promise<NodeJS.CpuUsage | null> =>
    'cpuUsage' in worker ? worker.cpuUsage(since).catch(() => null) : Promise.resolve(null);
  const before = usage();
  return async () => {
    const since = await before;
    const used = since && (await usage(since));
    return used && (used.user + used.system) / 1000;
  };
}
