import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import type { TagValues } from '../../../templates/document-fields.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { SafeTemplate } from './safe-template.js';

const WORKER = new URL('./docx.worker.mjs', import.meta.url);
/** A thread that needs more is stopped by the machine; a letter of a hundred pages takes a tenth. */
const MEMORY_MEGABYTES = 256;
/** Compiled templates stay in their thread; one that holds more of them makes room for a new thread. */
const MOST_TEMPLATES = 64;

const Outcome = z.union([
  z.object({
    docx: z.custom<Uint8Array>((value) => ArrayBuffer.isView(value)),
    by: z.enum(['steps', 'docxtemplater']),
  }),
  z.object({ missing: z.string() }),
  z.object({ broken: z.array(z.object({ tag: z.string().nullable(), problem: z.string() })) }),
]);

export interface RenderJob {
  readonly template: SafeTemplate;
  readonly tags: TagValues;
}

export interface MadeDocx {
  readonly docx: Buffer;
  /** What put it together: our own steps, or docxtemplater itself where a template or its data are unusual. */
  readonly by: 'steps' | 'docxtemplater';
}

interface Waiting {
  readonly job: RenderJob;
  readonly resolve: (made: MadeDocx) => void;
  readonly reject: (error: Error) => void;
}

/** A thread, and the templates that it has compiled. */
interface Thread {
  readonly worker: Worker;
  readonly compiled: Set<string>;
}

/** Threads in which DOCX files are made: started when first needed, used again, stopped when one takes too long. */
export class RenderThreads {
  private readonly queue: Waiting[] = [];
  private readonly idle: Thread[] = [];
  private readonly all = new Set<Thread>();
  private closed = false;

  constructor(private readonly options: { readonly threads: number; readonly timeLimitMs: number }) {}

  /**
   * @throws DomainError `template-timeout` when the thread did not answer in time, `template-field-missing` when a tag
   *   has no value, `template-broken` when the DOCX is not a template or the thread died
   */
  run(job: RenderJob): Promise<MadeDocx> {
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
    await Promise.all([...this.all].map(({ worker }) => worker.terminate()));
  }

  private next(): void {
    if (this.queue.length === 0) return;
    const thread = this.idle.pop() ?? (this.all.size < this.options.threads ? this.start() : undefined);
    const waiting = thread && this.queue.shift();
    if (waiting) this.hand(waiting, thread);
  }

  private start(): Thread {
    const worker = new Worker(WORKER, { resourceLimits: { maxOldGenerationSizeMb: MEMORY_MEGABYTES }, env: {} });
    // An idle thread is no reason to stay alive.
    worker.unref();
    const thread = { worker, compiled: new Set<string>() };
    this.all.add(thread);
    return thread;
  }

  private hand({ job, resolve, reject }: Waiting, thread: Thread): void {
    const { worker } = thread;
    const release = (usable: boolean): void => {
      clearTimeout(timer);
      worker.off('message', answered).off('error', died);
      worker.unref();
      if (usable) this.idle.push(thread);
      else this.drop(thread);
      this.next();
    };
    const answered = (message: unknown): void => {
      const outcome = Outcome.parse(message);
      // What failed may have failed before it was compiled.
      if (!('docx' in outcome)) thread.compiled.delete(job.template.key);
      release(thread.compiled.size <= MOST_TEMPLATES);
      settle({ resolve, reject }, outcome);
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
    worker.postMessage(messageFor(thread, job));
  }

  private drop(thread: Thread): void {
    this.all.delete(thread);
    // Errors of a thread that is being stopped have nobody left to hear them.
    thread.worker.on('error', () => undefined);
    void thread.worker.terminate();
  }
}

/** The template goes along with its first job only. */
function messageFor({ compiled }: Thread, { template, tags }: RenderJob): object {
  const { key, docx, entries } = template;
  const isKnown = compiled.has(key);
  compiled.add(key);
  return { key, template: isKnown ? null : { docx: new Uint8Array(docx), entries }, tags };
}

function settle({ resolve, reject }: Pick<Waiting, 'resolve' | 'reject'>, outcome: z.output<typeof Outcome>): void {
  if ('docx' in outcome) {
    const { buffer, byteOffset, byteLength } = outcome.docx;
    resolve({ docx: Buffer.from(buffer, byteOffset, byteLength), by: outcome.by });
  } else if ('missing' in outcome) {
    reject(new DomainError('template-field-missing', { field: outcome.missing }));
  } else reject(new DomainError('template-broken', { problems: outcome.broken }));
}
