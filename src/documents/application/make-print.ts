import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { OutsideUnavailable } from '../../kernel/outside-failure.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { FileStore } from '../../platform/files/file-store.js';
import type { Payload, PromiseKeeper } from '../../platform/outbox/outbox.js';
import { RegisterPrintQueries } from '../persistence/register-print-queries.js';
import { RegisterPrintEntity } from '../persistence/register-print.entity.js';
import { PdfConverter } from '../ports/pdf-converter.port.js';
import { RegisterPrinter } from '../printing/register-printer.js';

/** Makes a print-out that was asked for: the Word file in a thread, the PDF by the converter. Never in a request. */
@Injectable()
export class MakePrint implements PromiseKeeper {
  readonly kind = 'registers.print';

  constructor(
    private readonly prints: RegisterPrintQueries,
    private readonly printer: RegisterPrinter,
    private readonly converter: PdfConverter,
    private readonly files: FileStore,
    private readonly uow: UnitOfWork,
  ) {}

  async keep({ printId = '' }: Payload): Promise<void> {
    const print = await this.prints.byId(printId);
    if (!print || print.pdfSha256 !== null) return;
    const { book, year, fromDay, toDay } = print;
    const { docx, lines, pages } = await this.printer.docx({ book, year, from: fromDay, to: toDay });
    const [conversion] = await this.converter.convert([docx]);
    if (conversion?.status === 'refused') return this.giveUp({ printId }, conversion.reason);
    if (conversion?.status !== 'done')
      throw new OutsideUnavailable(conversion?.reason ?? 'Bộ chuyển PDF không trả lời.');
    await this.write(printId, { lines, pages, pdfSha256: await this.files.put(conversion.pdf), problem: null });
  }

  async giveUp({ printId = '' }: Payload, reason: string): Promise<void> {
    await this.write(printId, { problem: reason.slice(0, 1000) });
  }

  private async write(id: string, change: Partial<RegisterPrintEntity>): Promise<void> {
    await this.uow.run((tx) => tx.update(RegisterPrintEntity, { id, pdfSha256: IsNull() }, change));
  }
}
