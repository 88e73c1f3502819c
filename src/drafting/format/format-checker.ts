import { availableParallelism } from 'node:os';
import type { FileInspector } from '../../files/index.js';
import { DOCX } from '../../files/domain/inspection/extensions.js';
import type { Inspection } from '../../files/domain/inspection/inspection.js';
import { weightOf } from '../../files/domain/inspection/reasons.js';
import { ThreadPool } from '../../platform/threads/thread-pool.js';
import type { FormatAnswer, FormatJob } from './check-file.js';

const TIME_LIMIT_MS = 15_000;
const HEAP_MEGABYTES = 512;
const MAX_THREADS = 4;
const PDF = 'application/pdf';

export interface FormatQuestion {
  readonly name: string;
  readonly content: Buffer;
  /** Whether to correct what can be corrected automatically; off by default. */
  readonly mends?: boolean;
  /** Whether the agency allows academic titles before a signer's name; none when left out. */
  readonly titlesAllowed?: boolean;
}

/** Checks the form of documents in threads of their own: a long one keeps nobody waiting. Every file is inspected before. */
export class FormatChecker {
  private readonly threads = new ThreadPool({
    script: new URL('./format-check.worker.js', import.meta.url),
    threads: Math.min(MAX_THREADS, availableParallelism()),
    timeLimitMs: TIME_LIMIT_MS,
    heapMegabytes: HEAP_MEGABYTES,
  });

  constructor(private readonly inspector: Pick<FileInspector, 'inspect'>) {}

  /** @returns also for a file that takes too long a refusal with its sentence */
  async check({ name, content, mends = false, titlesAllowed = false }: FormatQuestion): Promise<FormatAnswer> {
    const inspection = await this.inspector.inspect({ name, content });
    const refusal = refusalOf(inspection);
    if (refusal !== null) return refusal;
    const copy = new Uint8Array(content);
    const kind = inspection.type === PDF ? 'pdf' : 'docx';
    const job: FormatJob = { kind, content: copy, options: { titlesAllowed }, mends };
    const outcome = await this.threads.run(job, [copy.buffer]);
    if (outcome.kind === 'answered') return outcome.answer as FormatAnswer;
    const message = 'Kiểm tra thể thức quá lâu nên đã dừng. Chia nhỏ văn bản hoặc lưu lại rồi kiểm tra lại.';
    return { kind: 'refused', messages: [message] };
  }

  /** Ends the threads; Nest calls it when the application stops, commands when they end. */
  async onApplicationShutdown(): Promise<void> {
    await this.threads.close();
  }
}

function refusalOf({ accept, type, reasons }: Inspection): FormatAnswer | null {
  const isDocument = type === PDF || type === DOCX || reasons.some(({ code }) => isOfDocument(code));
  if (!isDocument) return { kind: 'notDocument' };
  if (accept) return null;
  const rejecting = reasons.filter((reason) => weightOf(reason) === 'reject');
  return { kind: 'refused', messages: rejecting.map(({ message }) => message) };
}

/** Reasons that speak of an archive or an Office file, which a Word file would have been. */
function isOfDocument(code: string): boolean {
  return /^(?:zip|office|xml|type-(?:old|locked)|file-too-large|inspection-)/u.test(code);
}
