import type { DocumentPlan } from '../../drafting/index.js';
import { isoInVietnam } from '../../kernel/civil-date.js';
import { report as KIND } from '../../../templates/kinds/reports.js';
import { reportAbstract, reportLines, reportSections } from '../domain/document-text.js';
import { periodName } from '../domain/period.js';
import { readRecord } from '../domain/record.js';
import type { ReportEntity } from '../persistence/report.entities.js';

/** The document of a frozen report: supervision's unit drafts it, the registry's where nobody holds that. @param snapshot as it is in the file store */
export function reportPlan(report: ReportEntity, snapshot: Buffer): DocumentPlan {
  const { now, before, rules, names } = readRecord(snapshot.toString());
  const written = {
    period: now.period,
    version: rules.indicators,
    unitNames: names.units,
    figures: now.figures,
    before: before.figures,
    assessment: report.assessment,
    proposals: report.proposals,
    proof: proofOf(report),
  };
  const fieldsOf: DocumentPlan['fieldsOf'] = ({ facts, filing }) => ({
    trich_yeu: reportAbstract(report),
    kinh_gui: [report.addressee],
    mo_dau: [
      `Thực hiện ${facts.citations.regulation}, ${facts.shortName} báo cáo kết quả tiếp nhận, xử lý phản ánh, kiến nghị ${periodName(report)} như sau:`,
    ],
    so_lieu: reportLines(written),
    muc: reportSections(written),
    loi_ket: `${facts.shortName} trân trọng báo cáo ${report.addressee}./.`,
    noi_nhan: ['Như trên', filing],
  });
  return { template: KIND.name, drafters: ['supervision', 'registry'], fieldsOf };
}

/** `Số liệu chốt lúc 08:00 ngày 05/04/2026; danh sách phiếu lưu tại Sở.` The hash that ties both stays with the report. */
function proofOf({ frozenAt }: ReportEntity): string {
  const [day = '', time = ''] = isoInVietnam(frozenAt ?? new Date(0)).split('T');
  const words = `${time.slice(0, 5)} ngày ${day.split('-').toReversed().join('/')}`;
  return `Số liệu chốt lúc ${words}; danh sách phiếu lưu tại Sở.`;
}
