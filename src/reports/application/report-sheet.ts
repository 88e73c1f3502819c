import { Injectable } from '@nestjs/common';
import writeExcelFile from 'write-excel-file/node';
import { FileStore } from '../../platform/files/file-store.js';
import type { Fact } from '../domain/fact.js';
import type { Cell, Dimension } from '../domain/figures.js';
import { indicatorsOf } from '../domain/indicators.js';
import { changeWords, numberWords } from '../domain/numbers.js';
import { periodName } from '../domain/period.js';
import { nameIn } from '../domain/names.js';
import { readRecord, type ReportRecord } from '../domain/record.js';
import type { ReportEntity } from '../persistence/report.entities.js';

/** Text stays text, whatever it looks like: no cell is a formula, and no code loses its noughts. */
type SheetCell =
  | { readonly value: string; readonly type: StringConstructor; readonly fontWeight?: 'bold'; readonly wrap?: true }
  | { readonly value: number; readonly type: NumberConstructor };

const TABLES: readonly (readonly [sheet: string, dimension: Dimension, heading: string])[] = [
  ['Theo đơn vị', 'unit', 'Đơn vị'],
  ['Theo lĩnh vực', 'category', 'Lĩnh vực'],
  ['Theo mức độ', 'level', 'Mức độ'],
  ['Theo kênh', 'channel', 'Kênh tiếp nhận'],
  ['Lý do từ chối', 'ground', 'Lý do'],
];

/** A report as a workbook: its numbers with their definitions, each table, and every row behind them. */
@Injectable()
export class ReportSheet {
  constructor(private readonly files: FileStore) {}

  async xlsx(report: ReportEntity): Promise<Buffer> {
    const record = readRecord((await this.files.get(report.snapshotSha256)).toString());
    const sheets = [
      { sheet: 'Chỉ tiêu', data: indicatorRows(record), columns: widths(30, 12, 12, 12, 70, 40) },
      ...TABLES.map(([sheet, dimension, heading]) => ({
        sheet,
        data: tableRows(record, dimension, heading),
        columns: widths(40, ...indicatorsOf(record.rules.indicators).counts.map(() => 12)),
      })),
      { sheet: 'Đơn vị và lĩnh vực', data: tableRows(record, 'unitCategory', 'Đơn vị, lĩnh vực'), columns: widths(60) },
      { sheet: 'Phiếu', data: factRows(record), columns: widths(22, 14, 36, 26, 14, 18, 14, 24, 24, 24, 14) },
      { sheet: 'Nguồn', data: sourceRows(report, record), columns: widths(34, 90) },
    ];
    return writeExcelFile(
      sheets.map((one) => ({ ...one, stickyRowsCount: 1, orientation: 'landscape' as const })),
    ).toBuffer();
  }
}

function indicatorRows({ rules, indicators, now, before }: ReportRecord): SheetCell[][] {
  const version = rules.indicators;
  return [
    head('Chỉ tiêu', 'Kỳ này', 'Kỳ trước', 'Tăng, giảm', 'Định nghĩa', 'Căn cứ'),
    ...indicators.map(({ code, name, definition, source }) => [
      text(name),
      text(numberWords(version, code, now.figures.total) ?? ''),
      text(numberWords(version, code, before.figures.total) ?? ''),
      text(changeWords(version, code, now.figures.total, before.figures.total) ?? ''),
      text(definition),
      text(source),
    ]),
  ];
}

function tableRows(record: ReportRecord, dimension: Dimension, heading: string): SheetCell[][] {
  const { rules, now } = record;
  const { counts } = indicatorsOf(rules.indicators);
  const line = (name: string, cell: Cell): SheetCell[] => [
    text(name),
    ...counts.map(({ code }) => number(cell[code] ?? 0)),
  ];
  const cells = Object.entries(now.figures.by[dimension]).map(([value, cell]) => ({
    name: nameIn(record.names, dimension, value),
    cell,
  }));
  cells.sort((one, other) => one.name.localeCompare(other.name, 'vi'));
  return [
    head(heading, ...counts.map(({ name }) => name)),
    ...cells.map(({ name, cell }) => line(name, cell)),
    ...(dimension === 'ground' ? [] : [line('Tổng', now.figures.total)]),
  ];
}

const FACT_WORDS = { matter: 'Phiếu', rating: 'Đánh giá', publication: 'Công khai', extension: 'Gia hạn' } as const;

function factRows(record: ReportRecord): SheetCell[][] {
  const cells = (fact: Fact): readonly string[] => [
    fact.code,
    FACT_WORDS[fact.kind],
    nameIn(record.names, 'unit', fact.unitId ?? ''),
    nameIn(record.names, 'category', fact.category),
    nameIn(record.names, 'level', fact.level),
    nameIn(record.names, 'channel', fact.channel),
    fact.outcome ?? '',
    fact.openedAt,
    fact.at ?? '',
    fact.legalEndAt,
    fact.stars === null ? '' : String(fact.stars),
  ];
  return [
    head(
      'Mã phiếu',
      'Loại dòng',
      'Đơn vị',
      'Lĩnh vực',
      'Mức độ',
      'Kênh',
      'Kết quả',
      'Vào sổ (UTC)',
      'Kết thúc (UTC)',
      'Hết hạn (UTC)',
      'Số sao',
    ),
    ...record.now.facts.map((fact) => cells(fact).map(text)),
  ];
}

function sourceRows(report: ReportEntity, { rules }: ReportRecord): SheetCell[][] {
  return [
    head('Mục', 'Nội dung'),
    ...(
      [
        ['Kỳ báo cáo', periodName(report)],
        ['Chốt số liệu đến trước (UTC)', report.cutAt.toISOString()],
        ['Bản chỉ tiêu', String(rules.indicators)],
        ['Bộ thời hạn có hiệu lực', `bản ${rules.policy}`],
        ['Bộ thời hạn của các phiếu', rules.policiesOfTickets.map((version) => `bản ${version}`).join(', ')],
        ['Lịch làm việc', `bản ${rules.calendar}`],
        ['Mã băm SHA-256 của bản lưu', report.snapshotSha256],
        ['Mã chốt', report.frozenHash ?? 'chưa chốt'],
      ] as const
    ).map(([name, value]) => [text(name), text(value)]),
  ];
}

function head(...headings: readonly string[]): SheetCell[] {
  return headings.map((value) => ({ value, type: String, fontWeight: 'bold', wrap: true }));
}

function text(value: string): SheetCell {
  return { value, type: String };
}

function number(value: number): SheetCell {
  return { value, type: Number };
}

function widths(...of: readonly number[]): { readonly width: number }[] {
  return of.map((width) => ({ width }));
}
