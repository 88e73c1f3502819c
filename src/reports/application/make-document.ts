import { Injectable } from '@nestjs/common';
import { SigningAuthorities } from '../../delegation/index.js';
import { PdfConverter, type Conversion } from '../../documents/ports/pdf-converter.port.js';
import { TemplateRenderer, Templates } from '../../drafting/index.js';
import { filingLine } from '../../drafting/domain/letter/addressees.js';
import { House } from '../../house/index.js';
import { unitSymbol } from '../../house/domain/house-facts.js';
import { civilDateOf, isoInVietnam } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { OutsideUnavailable } from '../../kernel/outside-failure.js';
import { StaffDirectory, type Unit } from '../../organisation/index.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { FileStore } from '../../platform/files/file-store.js';
import type { Payload, PromiseKeeper } from '../../platform/outbox/outbox.js';
import { report as KIND } from '../../../templates/kinds/reports.js';
import { knownFields } from '../../../templates/known-fields.js';
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
    private readonly clock: Clock,
    private readonly reports: ReportQueries,
    private readonly uow: UnitOfWork,
    private readonly house: House,
    private readonly staff: StaffDirectory,
    private readonly authorities: SigningAuthorities,
    private readonly templates: Templates,
    private readonly renderer: TemplateRenderer,
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

  /** The Word file is there for who waits, however long the PDF takes. */
  private async docxOf(report: ReportEntity): Promise<Buffer> {
    const today = civilDateOf(this.clock.now());
    const file = await this.templates.file(KIND.name, await this.templates.inForce(KIND.name, today));
    const { docx } = await this.renderer.render(KIND.name, await this.fieldsOf(report), file);
    await this.write(report.id, { docxSha256: await this.files.put(docx), documentProblem: null });
    return docx;
  }

  /** @throws DomainError `signing-not-allowed` when nobody may sign it, `not-found` */
  private async fieldsOf(report: ReportEntity): Promise<object> {
    const today = civilDateOf(this.clock.now());
    const record = readRecord((await this.files.get(report.snapshotSha256)).toString());
    const [signer, facts, unit] = await Promise.all([
      this.authorities.usualSigner(KIND.name),
      this.house.at(today),
      this.supervisingUnit(),
    ]);
    const written = {
      ...{ period: record.now.period, version: record.rules.indicators, unitNames: record.names.units },
      ...{ figures: record.now.figures, before: record.before.figures },
      ...{ assessment: report.assessment, proposals: report.proposals, proof: proofOf(report) },
    };
    const subject = reportAbstract(report);
    return {
      ...knownFields(KIND, { facts, unit, today, signer: { fullName: signer.name, lines: signer.lines } }),
      trich_yeu: subject,
      kinh_gui: [report.addressee],
      mo_dau: [
        `Thực hiện ${facts.citations.regulation}, ${facts.shortName} báo cáo kết quả tiếp nhận, xử lý phản ánh, kiến nghị ${periodName(report)} như sau:`,
      ],
      so_lieu: reportLines(written),
      muc: reportSections(written),
      loi_ket: `${facts.shortName} trân trọng báo cáo ${report.addressee}./.`,
      noi_nhan: ['Như trên', filingLine(unitSymbol(facts, unit))],
    };
  }

  private async supervisingUnit(): Promise<Unit> {
    const day = civilDateOf(this.clock.now());
    const unit = (await this.staff.holderOf('supervision', day)) ?? (await this.staff.holderOf('registry', day));
    if (unit === null) throw new DomainError('not-found', { what: 'unit' });
    return unit;
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
