import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { OutsideUnavailable } from '../../kernel/outside-failure.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { FileStore } from '../../platform/files/file-store.js';
import type { JobHandler, PayloadOf } from '../../platform/outbox/job.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { RegisterPrintQueries } from '../persistence/register-print-queries.js';
import { RegisterPrintEntity } from '../persistence/register-print.entity.js';
import { PdfConverter } from '../ports/pdf-converter.port.js';
import { RegisterPrinter } from '../printing/register-printer.js';
import { PRINT_REGISTER, SEAL_CLOSING } from '../jobs/jobs.js';

/** Makes a print-out that was asked for: the Word file in a thread, the PDF by the converter. Never in a request. */
@Injectable()
export class MakePrint implements JobHandler<typeof PRINT_REGISTER> {
  readonly job = PRINT_REGISTER;

  constructor(
    private readonly prints: RegisterPrintQueries,
    private readonly printer: RegisterPrinter,
    private readonly converter: PdfConverter,
    private readonly files: FileStore,
    private readonly uow: UnitOfWork,
    private readonly outbox: Outbox,
  ) {}

  async handle({ printId }: PayloadOf<typeof PRINT_REGISTER>): Promise<void> {
    const print = await this.prints.byId(printId);
    if (!print || print.pdfSha256 !== null) return;
    const { book, year, fromDay, toDay } = print;
    const { docx, lines, pages } = await this.printer.docx({ book, year, from: fromDay, to: toDay });
    const [conversion] = await this.converter.convert([docx], 'app');
    if (conversion?.status === 'refused') return this.giveUp({ printId }, conversion.reason);
    if (conversion?.status !== 'done')
      throw new OutsideUnavailable(conversion?.reason ?? 'Bộ chuyển PDF không trả lời.');
    const pdfSha256 = await this.files.put(conversion.pdf);
    await this.uow.run(async (tx) => {
      await write(tx, printId, { lines, pages, pdfSha256, problem: null });
      if (!print.forClosing) return;
      await this.outbox.enqueue(tx, SEAL_CLOSING.of({ printId }));
    });
  }

  async giveUp({ printId }: PayloadOf<typeof PRINT_REGISTER>, reason: string): Promise<void> {
    await this.uow.run((tx) => write(tx, printId, { problem: reason.slice(0, 1000) }));
  }
}

async function write(tx: EntityManager, id: string, change: Partial<RegisterPrintEntity>): Promise<void> {
  await tx.update(RegisterPrintEntity, { id, pdfSha256: IsNull() }, change);
}
