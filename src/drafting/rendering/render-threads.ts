import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import type { TagValues } from '../../../templates/letter-fields.js';
import { DomainError } from '../../kernel/domain-error.js';

const WORKER = new URL('./docx.worker.mjs', import.meta.url);
/** A thread that needs more is stopped by the machine; a letter of a hundred pages takes a tenth. */
const MEMORY_MEGABYTES = 256;

const Outcome = z.union([
  z.object({ docx: z.custom<Uint8Array>((value) => ArrayBuffer.isView(value)) }),
  z.object({ missing: z.string() }),
  z.object({ broken: z.array(z.object({ tag: z.string().nullable(), problem: z.string() })) }),
]);

export interface RenderJob {
  /** A DOCX that passed the checks of `requireSafeTemplate`. */
  readonly template: Buffer;
  readonly tags: TagValues;
}

interface Waiting {
  readonly job: RenderJob;
  readonly resolve: (docx: Buffer) => void;
  readonly reject: (error: Error) => void;
}

/** Threads in which DOCX files are made: started when first needed, used again, stopped when one takes too long. */
export class RenderThreads {
  private readonly queue: Waiting[] = [];
  private readonly idle: Worker[] = [];
  private readonly all = new Set<Worker>();
  private closed = false;

  constructor(private readonly options: { readonly threads: number; readonly timeLimitMs: number }) {}

  /**
   * @throws DomainError `template-timeout` when the thread did not answer in time, `template-field-missing` when a tag
   *   has no value, `template-broken` when the DOCX is not a template or the thread died
   */
  run(job: RenderJob): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      if (this.closed) {
        reject(new DomainError('template-broken', { problems: ['closed'] }));
        return;
      }
      this.queue.push({ job, resolve, reject });
      this.next();
    });
  }

  /** Ends the threads; what still waits is refused. */
  async close(): Promise<void> {
    this.closed = true;
    for (const { reject } of this.queue.splice(0)) reject(new DomainError('template-broken', { problems: ['closed'] }));
    await Promise.all([...this.all].map((worker) => worker.terminate()));
  }

  private next(): void {
    if (this.queue.length === 0) return;
    const worker = this.idle.pop() ?? (this.all.size < this.options.threads ? this.start() : undefined);
    const waiting = worker && this.queue.shift();
    if (waiting) this.hand(waiting, worker);
  }

  private start(): Worker {
    const worker = new Worker(WORKER, { resourceLimits: { maxOldGenerationSizeMb: MEMORY_MEGABYTES }, env: {} });
    // An idle thread is no reason to stay alive.
    worker.unref();
    this.all.add(worker);
    return worker;
  }

  private hand({ job, resolve, reject }: Waiting, worker: Worker): void {
    const release = (usable: boolean): void => {
      clearTimeout(timer);
      worker.off('message', answered).off('error', died);
      worker.unref();
      if (usable) this.idle.push(worker);
      else this.drop(worker);
      this.next();
    };
    const answered = (message: unknown): void => {
      release(true);
      settle({ resolve, reject }, message);
    };
    const died = (error: Error): void => {
      release(false);
      reject(new DomainError('template-broken', { problems: [error.message] }));
    };
    const timer = setTimeout(() => {
      release(false);
      reject(new DomainError('template-timeout', { limitMs: this.options.timeLimitMs }));
    }, this.options.timeLimitMs);

    worker.ref();
    worker.on('message', answered).on('error', died);
    worker.postMessage({ template: new Uint8Array(job.template), tags: job.tags });
  }

  private drop(worker: Worker): void {
    this.all.delete(worker);
    // Errors of a thread that is being stopped have nobody left to hear them.
    worker.on('error', () => undefined);
    void worker.terminate();
  }
}

function settle({ resolve, reject }: Pick<Waiting, 'resolve' | 'reject'>, message: unknown): void {
  const outcome = Outcome.parse(message);
  if ('docx' in outcome) resolve(Buffer.from(outcome.docx));
  else if ('missing' in outcome) reject(new DomainError('template-field-missing', { field: outcome.missing }));
  else reject(new DomainError('template-broken', { problems: outcome.broken }));
}
