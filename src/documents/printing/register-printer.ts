import { Injectable } from '@nestjs/common';
import { AgencyProfiles } from '../../agency-profile/index.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { inTurns } from '../../kernel/turns.js';
import { memoryOf, packingSteps } from '../../platform/threads/packed-rows.js';
import { ThreadPool } from '../../platform/threads/thread-pool.js';
import { columnsOf, RegisterRows } from '../application/register-rows.js';
import type { PrintedLine } from '../domain/printing/printed-pages.js';
import { startWords } from '../domain/register-start.js';
import { isNumbered, REGISTER_TITLES, spanWords, type RegisterSpan } from '../domain/register-span.js';
import { RegisterStartQueries } from '../persistence/register-start-queries.js';
import type { PackedPrintJob } from './packed-print-job.js';
import type { PrintedRegister } from './register-document.js';

/** Ten thousand lines take some seconds. */
const TIME_LIMIT_MS = 60_000;
const HEAP_MEGABYTES = 1024;

/** Registers as Word files, put together in a thread of their own: a year's book keeps nobody waiting. */
@Injectable()
export class RegisterPrinter {
  private readonly threads = new ThreadPool({
    script: new URL('./register-document.worker.js', import.meta.url),
    threads: 1,
    timeLimitMs: TIME_LIMIT_MS,
    heapMegabytes: HEAP_MEGABYTES,
  });

  constructor(
    private readonly rows: RegisterRows,
    private readonly agencyProfiles: AgencyProfiles,
    private readonly clock: Clock,
    private readonly starts: RegisterStartQueries,
  ) {}

  /**
   * The agency bears the names that it had on the last day of the print-out.
   *
   * @throws DomainError `print-too-long` when it takes too long; days within the year can be printed by themselves
   */
  async docx(span: RegisterSpan): Promise<PrintedRegister> {
    const today = civilDateOf(this.clock.now());
    const { parent, letterhead, place } = await this.agencyProfiles.at(span.to < today ? span.to : today);
    const lines: PrintedLine[] = [];
    for await (const some of this.rows.of(span)) lines.push(...some);
    const columns = columnsOf(span.book).map(({ heading, paper }) => ({ heading, paper }));
    const title = REGISTER_TITLES[span.book];
    const frame = { parent, letterhead, place, title, period: spanWords(span), start: await this.startOf(span) };
    const job: PackedPrintJob = { frame, columns, lines: await inTurns(packingSteps(lines)) };
    const outcome = await this.threads.run(job, memoryOf(job.lines));
    if (outcome.kind !== 'answered') throw new DomainError('print-too-long', { lines: lines.length });
    const { docx, ...printed } = outcome.answer as PrintedRegister;
    return { ...printed, docx: Buffer.from(docx.buffer, docx.byteOffset, docx.byteLength) };
  }

  private async startOf({ book, year }: RegisterSpan): Promise<string | null> {
    if (!isNumbered(book)) return null;
    const start = await this.starts.of({ book, year });
    return start && startWords(start);
  }

  /** Ends the thread; Nest calls it when the application stops. */
  async onModuleDestroy(): Promise<void> {
    await this.threads.close();
  }
}
