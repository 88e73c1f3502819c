import type { TagValues } from '../../../templates/document-fields.js';
import { DomainError } from '../../kernel/domain-error.js';
import { ThreadPool } from '../../platform/threads/thread-pool.js';
import type { Filled, FillJob } from './fill-in.js';
import type { SafeTemplate } from './safe-template.js';

/** Heap limit of a thread; a letter of a hundred pages needs a tenth of it. */
const HEAP_MEGABYTES = 256;

export interface RenderJob {
  readonly template: SafeTemplate;
  readonly tags: TagValues;
}

export interface RenderLimits {
  readonly threads: number;
  readonly timeLimitMs: number;
}

/** Renders DOCX files in threads, so that a template that never ends blocks nobody and is stopped. */
export class RenderThreads {
  private readonly threads: ThreadPool;

  constructor(private readonly limits: RenderLimits) {
    const script = new URL('./docx.worker.js', import.meta.url);
    this.threads = new ThreadPool({ ...limits, script, heapMegabytes: HEAP_MEGABYTES });
  }

  /**
   * @throws DomainError `template-timeout` when the thread did not answer in time, `template-field-missing` when a tag has no value, `template-broken` when the
   *   DOCX is not a template or the thread died
   */
  async run({ template, tags }: RenderJob): Promise<Buffer> {
    const docx = new Uint8Array(template.docx);
    const outcome = await this.threads.run({ docx, tags } satisfies FillJob, [docx.buffer]);
    if (outcome.kind === 'timeout') throw new DomainError('template-timeout', { limitMs: this.limits.timeLimitMs });
    if (outcome.kind === 'died') throw new DomainError('template-broken', { problems: [outcome.reason] });
    return docxOf(outcome.answer as Filled);
  }

  /** Ends the threads; queued jobs are refused. */
  async close(): Promise<void> {
    await this.threads.close();
  }
}

function docxOf(filled: Filled): Buffer {
  if ('missing' in filled) throw new DomainError('template-field-missing', { field: filled.missing });
  if ('broken' in filled) throw new DomainError('template-broken', { problems: filled.broken });
  const { buffer, byteOffset, byteLength } = filled.docx;
  return Buffer.from(buffer, byteOffset, byteLength);
}
