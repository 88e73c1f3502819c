import { TOTAL_ROW } from '../../kernel/total-row.js';
import type { Cell, Figures } from './figures.js';
import { numberIn } from './figures.js';
import { NO_UNIT } from './names.js';
import { numberWords } from './numbers.js';
import { dayWords, periodName, type ReportPeriod } from './period.js';

/** A numbered part of the document: its head and its paragraphs. */
export interface ReportSection {
  readonly tieu_de: string;
  readonly viec: string[];
}

/** A line of the table in the document. */
export interface ReportLine {
  readonly don_vi: string;
  readonly ton_ky_truoc: string;
  readonly tiep_nhan: string;
  readonly da_tra_loi: string;
  readonly dung_han: string;
  readonly qua_han: string;
  readonly con_qua_han: string;
  /** For columns that a template of the agency's own may have. */
  readonly mo_lai: string;
  readonly da_giai_quyet: string;
  readonly chuyen_tra: string;
  readonly khong_tiep_nhan: string;
  readonly gop: string;
  readonly con_lai: string;
  readonly ty_le_dung_han: string;
  readonly ngay_trung_binh: string;
}

/** What the document of a report is written from. */
export interface WrittenReport {
  readonly period: ReportPeriod;
  readonly version: number;
  readonly figures: Figures;
  readonly before: Figures;
  readonly unitNames: Readonly<Record<string, string>>;
  readonly assessment: string;
  readonly proposals: string;
  /** When the figures were fixed. */
  readonly proof: string;
}

/** `Kết quả tiếp nhận, xử lý phản ánh, kiến nghị qua Tổng đài 1022 tháng 3 năm 2026` */
export function reportAbstract(period: ReportPeriod): string {
  return `Kết quả tiếp nhận, xử lý phản ánh, kiến nghị qua Tổng đài 1022 ${periodName(period)}`;
}

/** Figures first, as they are; then what a person says of them. A part that nobody wrote is left out. */
export function reportSections({
  period,
  version,
  figures,
  before,
  assessment,
  proposals,
  proof,
}: WrittenReport): ReportSection[] {
  const { total } = figures;
  const says = (code: string, cell: Cell = total): string => numberWords(version, code, cell) ?? '0';
  /** A share or mean of no rows is left out. */
  const ifAny = (code: string, words: (number: string) => string, cell: Cell = total): string => {
    const number = numberWords(version, code, cell);
    return number === null ? '' : words(number);
  };
  const onTime = (number: string): string => `, đạt ${number}`;
  const onTimeBefore = (number: string): string => `, trả lời đúng hạn đạt ${number}`;
  const results = [
    `Số liệu từ ngày ${dayWords(period.firstDay)} đến ngày ${dayWords(period.lastDay)}. Tồn kỳ trước ${says('carried')} phiếu, tiếp nhận ${says('received')} phiếu, trong đó mở lại ${says('receivedReopened')} phiếu.`,
    `Đã giải quyết ${says('closed')} phiếu, trong đó trả lời ${says('answered')} phiếu; chuyển trả ${says('returned')}, không tiếp nhận ${says('rejected')}, gộp ${says('merged')} phiếu; còn lại ${says('open')} phiếu.`,
    `Trả lời đúng hạn ${says('answeredOnTime')} phiếu${ifAny('onTimeRate', onTime)}; trả lời quá hạn ${says('answeredLate')} phiếu; chưa trả lời, đã quá hạn: ${says('openOverdue')} phiếu.${ifAny('meanDays', (days) => ` Thời gian trả lời trung bình ${days} ngày.`)}`,
    `Kỳ trước tiếp nhận ${says('received', before.total)} phiếu${ifAny('onTimeRate', onTimeBefore, before.total)}.`,
    proof,
  ];
  return [
    { tieu_de: 'Kết quả thực hiện', viec: results },
    ...written('Tồn tại, nguyên nhân', assessment),
    ...written('Kiến nghị, nhiệm vụ kỳ tới', proposals),
  ];
}

/** One line a unit that had anything, those with most first, the whole at the end. */
export function reportLines({
  version,
  figures,
  unitNames,
}: Pick<WrittenReport, 'version' | 'figures' | 'unitNames'>): ReportLine[] {
  const came = (cell: Cell): number => numberIn(cell, 'carried') + numberIn(cell, 'received');
  const units = Object.entries(figures.by.unit)
    .filter(([, cell]) => came(cell) > 0)
    .map(([id, cell]) => ({ name: unitNames[id] ?? NO_UNIT, cell }))
    .sort((one, other) => came(other.cell) - came(one.cell) || one.name.localeCompare(other.name, 'vi'));
  return [...units.map(({ name, cell }) => lineOf(name, cell, version)), lineOf(TOTAL_ROW, figures.total, version)];
}

function lineOf(don_vi: string, cell: Cell, version: number): ReportLine {
  const words = (code: string): string => numberWords(version, code, cell) ?? '';
  const number = (code: string): string => String(numberIn(cell, code));
  return {
    don_vi,
    ton_ky_truoc: number('carried'),
    tiep_nhan: number('received'),
    da_tra_loi: number('answered'),
    dung_han: number('answeredOnTime'),
    qua_han: number('answeredLate'),
    con_qua_han: number('openOverdue'),
    mo_lai: number('receivedReopened'),
    da_giai_quyet: number('closed'),
    chuyen_tra: number('returned'),
    khong_tiep_nhan: number('rejected'),
    gop: number('merged'),
    con_lai: number('open'),
    ty_le_dung_han: words('onTimeRate'),
    ngay_trung_binh: words('meanDays'),
  };
}

function written(tieu_de: string, text: string): ReportSection[] {
  const viec = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return viec.length === 0 ? [] : [{ tieu_de, viec: viec.slice(0, MAX_PARAGRAPHS) }];
}

const MAX_PARAGRAPHS = 50;
