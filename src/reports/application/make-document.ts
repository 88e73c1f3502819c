import { Injectable } from '@nestjs/common';
import { PdfConverter, type Conversion } from '../../documents/ports/pdf-converter.port.js';
import { DocumentWriter } from '../../drafting/index.js';
import { OutsideUnavailable } from '../../kernel/outside-failure.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { FileStore } from '../../platform/files/file-store.js';
import type { JobHandler, PayloadOf } from '../../platform/outbox/job.js';
import { ReportEntity } from '../persistence/report.entities.js';
import { ReportQueries } from '../persistence/report-queries.js';
import { reportPlan } from './report-plan.js';
import { MAKE_REPORT_DOCUMENT } from '../jobs/jobs.js';

const MAX_PROBLEM_LENGTH = 500;

/**
 * Writes the document of a frozen report, once: DOCX in the form of Nghị định 30/2020/NĐ-CP from the agency's template, and its PDF: to be read, and
 * to be entered and signed outside the agency where its draft is not (`BeginReportLetter`).
 *
 * Source: source letter, part 2 (báo cáo định kỳ hoặc đột xuất khi có yêu cầu của Ủy ban nhân dân thành phố).
 */
@Injectable()
export class MakeReportDocument implements JobHandler<typeof MAKE_REPORT_DOCUMENT> {
  readonly job = MAKE_REPORT_DOCUMENT;

  constructor(
    private readonly reports: ReportQueries,
    private readonly uow: UnitOfWork,
    private readonly documents: DocumentWriter,
    private readonly converter: PdfConverter,
    private readonly files: FileStore,
  ) {}

  async handle({ reportId: id }: PayloadOf<typeof MAKE_REPORT_DOCUMENT>): Promise<void> {
    const report = await this.reports.one(id);
    if (report.state !== 'frozen' || report.pdfSha256 !== null) return;
    const docx = report.docxSha256 === null ? await this.docxOf(report) : await this.files.get(report.docxSha256);
    // The agency may have brought the template that it was made from.
    const [conversion] = await this.converter.convert([docx], 'outside');
    await this.takePdf(id, conversion ?? { status: 'unavailable', reason: 'Bộ chuyển PDF không trả lời.' });
  }

  async giveUp({ reportId: id }: PayloadOf<typeof MAKE_REPORT_DOCUMENT>, reason: string): Promise<void> {
    await this.write(id, { documentProblem: reason.slice(0, MAX_PROBLEM_LENGTH) });
  }

  private async takePdf(id: string, conversion: Conversion): Promise<void> {
    if (conversion.status === 'refused') return this.giveUp({ reportId: id }, conversion.reason);
    if (conversion.status === 'unavailable') throw new OutsideUnavailable(conversion.reason);
    await this.write(id, { pdfSha256: await this.files.put(conversion.pdf), documentProblem: null });
  }

  /**
   * The Word file is there for the person who waits, however long the PDF takes.
   *
   * @throws DomainError as `DocumentWriter.make`
   */
  private async docxOf(report: ReportEntity): Promise<Buffer> {
    const snapshot = await this.files.get(report.snapshotSha256);
    const docxSha256 = await this.documents.make(reportPlan(report, snapshot));
    await this.write(report.id, { docxSha256, documentProblem: null });
    return this.files.get(docxSha256);
  }

  private write(id: string, change: Partial<ReportEntity>): Promise<unknown> {
    return this.uow.run((tx) => tx.update(ReportEntity, { id }, change));
  }
}
