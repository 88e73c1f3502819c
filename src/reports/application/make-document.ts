import { Injectable } from '@nestjs/common';
import { PdfConverter, type Conversion } from '../../documents/ports/pdf-converter.port.js';
import { HouseDocuments } from '../../drafting/index.js';
import { isoInVietnam } from '../../kernel/civil-date.js';
import { OutsideUnavailable } from '../../kernel/outside-failure.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { FileStore } from '../../platform/files/file-store.js';
import type { Payload, PromiseKeeper } from '../../platform/outbox/outbox.js';
import { report as KIND } from '../../../templates/kinds/reports.js';
import { reportAbstract, reportLines, reportSections } from '../domain/document-text.js';
import { periodName } from '../domain/period.js';
import { readRecord } from '../domain/record.js';
import { ReportEntity } from '../persistence/report.entities.js';
import { ReportQueries } from '../persistence/report-queries.js';

const LONGEST_PROBLEM = 500;

/**
 * Writes the document of a frozen report, once: DOCX in the form of Nghị định 30/2020/NĐ-CP from the house's template, and its PDF. It answers no ticket,
 * so that it is entered, signed and sent like every document that was written outside the house.
 *
 * Source: source letter, part 2 (báo cáo định kỳ hoặc đột xuất khi có yêu cầu của Ủy ban nhân dân thành phố).
 */
@Injectable()
export class MakeReportDocument implements PromiseKeeper {
  readonly kind = 'reports.document';

  constructor(
    private readonly reports: ReportQueries,
    private readonly uow: UnitOfWork,
    private readonly documents: HouseDocuments,
    private readonly converter: PdfConverter,
    private readonly files: FileStore,
  ) {}

  async keep({ reportId: id = '' }: Payload): Promise<void> {
    const report = await this.reports.one(id);
    if (report.state !== 'frozen' || report.pdfSha256 !== null) return;
    const docx = report.docxSha256 === null ? await this.docxOf(report) : await this.files.get(report.docxSha256);
    const [conversion] = await this.converter.convert([docx]);
    await this.takePdf(id, conversion ?? { status: 'unavailable', reason: 'Bộ chuyển PDF không trả lời.' });
  }

  async giveUp({ reportId: id = '' }: Payload, reason: string): Promise<void> {
    await this.write(id, { documentProblem: reason.slice(0, LONGEST_PROBLEM) });
  }

  private async takePdf(id: string, conversion: Conversion): Promise<void> {
    if (conversion.status === 'refused') return this.giveUp({ reportId: id }, conversion.reason);
    if (conversion.status === 'unavailable') throw new OutsideUnavailable(conversion.reason);
    await this.write(id, { pdfSha256: await this.files.put(conversion.pdf), documentProblem: null });
  }

  /**
   * The Word file is there for who waits, however long the PDF takes.
   *
   * @throws DomainError as `HouseDocuments.make`
   */
  private async docxOf(report: ReportEntity): Promise<Buffer> {
    const { now, before, rules, names } = readRecord((await this.files.get(report.snapshotSha256)).toString());
    const written = {
      ...{ period: now.period, version: rules.indicators, unitNames: names.units },
      ...{ figures: now.figures, before: before.figures },
      ...{ assessment: report.assessment, proposals: report.proposals, proof: proofOf(report) },
    };
    const docxSha256 = await this.documents.make(KIND.name, ['supervision', 'registry'], ({ facts, filing }) => ({
      trich_yeu: reportAbstract(report),
      kinh_gui: [report.addressee],
      mo_dau: [
        `Thực hiện ${facts.citations.regulation}, ${facts.shortName} báo cáo kết quả tiếp nhận, xử lý phản ánh, kiến nghị ${periodName(report)} như sau:`,
      ],
      so_lieu: reportLines(written),
      muc: reportSections(written),
      loi_ket: `${facts.shortName} trân trọng báo cáo ${report.addressee}./.`,
      noi_nhan: ['Như trên', filing],
    }));
    await this.write(report.id, { docxSha256, documentProblem: null });
    return this.files.get(docxSha256);
  }

  private write(id: string, change: Partial<ReportEntity>): Promise<unknown> {
    return this.uow.run((tx) => tx.update(ReportEntity, { id }, change));
  }
}

/** `Số liệu chốt lúc 08:00 ngày 05/04/2026, mã băm SHA-256: …` */
function proofOf({ frozenAt, snapshotSha256 }: ReportEntity): string {
  const [day = '', time = ''] = isoInVietnam(frozenAt ?? new Date(0)).split('T');
  const words = `${time.slice(0, 5)} ngày ${day.split('-').toReversed().join('/')}`;
  return `Số liệu chốt lúc ${words}, lưu kèm danh sách phiếu; mã băm SHA-256 của bản lưu: ${snapshotSha256}.`;
}
