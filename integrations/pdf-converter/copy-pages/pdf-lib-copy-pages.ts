import {
  COPY_LIMITS,
  CopyPages,
  type ConversionMark,
  type CopiedPages,
} from '../../../src/copies/ports/copy-pages.port.js';
import { ThreadPool } from '../../../src/platform/threads/thread-pool.js';
import type { CopyAnswer, CopyJob } from './copy-job.js';

const TIME_LIMIT_MS = 30_000;
const HEAP_MEGABYTES = 512;

/** Copies by pdf-lib, in one thread beside the process; a file that takes too long or too much is refused for that. */
export class PdfLibCopyPages extends CopyPages {
  private readonly threads: ThreadPool;

  constructor(timeLimitMs = TIME_LIMIT_MS) {
    super();
    const script = new URL('./copy-pages.worker.js', import.meta.url);
    this.threads = new ThreadPool({ script, threads: 1, timeLimitMs, heapMegabytes: HEAP_MEGABYTES });
  }

  override marked(pdf: Buffer, mark: ConversionMark, madeAt: Date): Promise<CopiedPages> {
    return this.run(pdf, { mark, madeAt, pages: null });
  }

  override chosen(pdf: Buffer, pages: readonly number[] | null, madeAt: Date): Promise<CopiedPages> {
    return this.run(pdf, { mark: null, madeAt, pages });
  }

  /** Ends the thread; Nest calls it when the application stops. */
  async onApplicationShutdown(): Promise<void> {
    await this.threads.close();
  }

  private async run(pdf: Buffer, wanted: Omit<CopyJob, 'pdf'>): Promise<CopiedPages> {
    if (pdf.length > COPY_LIMITS.bytes) return { status: 'refused', refusal: 'tooLarge' };
    const bytes = new Uint8Array(pdf);
    const outcome = await this.threads.run({ ...wanted, pdf: bytes }, [bytes.buffer]);
    if (outcome.kind !== 'answered') {
      return { status: 'refused', refusal: outcome.kind === 'timeout' ? 'timeout' : 'broken' };
    }
    const answer = outcome.answer as CopyAnswer;
    if ('refusal' in answer) return { status: 'refused', refusal: answer.refusal };
    return { status: 'done', pdf: Buffer.from(answer.pdf), pages: answer.pages };
  }
}
