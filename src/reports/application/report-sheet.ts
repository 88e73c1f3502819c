import { Injectable } from '@nestjs/common';
import { writeXlsx, type Sheet, type SheetRow } from '../../files/index.js';
import { inTurns, stepsOf } from '../../kernel/turns.js';
import { FileStore } from '../../platform/files/file-store.js';
import type { Fact } from '../domain/fact.js';
import type { Cell, Dimension } from '../domain/figures.js';
import { indicatorsOf } from '../domain/indicators.js';
import { changeWords, numberWords } from '../domain/numbers.js';
import { periodName } from '../domain/period.js';
import { nameIn } from '../domain/names.js';
import { readRecord, type ReportRecord } from '../domain/record.js';
import type { ReportEntity } from '../persistence/report.entities.js';

type Rows = Pick<Sheet, 'head' | 'rows'>;

const TABLES: readonly (readonly [sheet: string, dimension: Dimension, heading: string])[] = [
  ['Theo đơn vị', 'unit', 'Đơn vị'],
  ['Theo lĩnh vực', 'category', 'Lĩnh vực'],
  ['Theo mức độ', 'level', 'Mức độ'],
  ['Theo kênh', 'channel', 'Kênh tiếp nhận'],
  ['Lý do không tiếp nhận', 'ground', 'Lý do'],
];

/** A report as a workbook: its numbers with their definitions, each table, and every row behind them. */
@Injectable()
export class ReportSheet {
  constructor(private readonly files: FileStore) {}

  async xlsx(report: ReportEntity): Promise<Buffer> {
    const record = readRecord((await this.files.get(report.snapshotSha256)).toString());
    const sheets: readonly (Rows & Pick<Sheet, 'name' | 'widths'>)[] = [
      { name: 'Chỉ tiêu', ...indicatorRows(record), widths: [30, 12, 12, 12, 70, 40] },
      ...TABLES.map(([name, dimension, heading]) => ({
        name,
        ...tableRows(record, dimension, heading),
        widths: [40, ...indicatorsOf(record.rules.indicators).counts.map(() => 12)],
      })),
      { name: 'Đơn vị và lĩnh vực', ...tableRows(record, 'unitCategory', 'Đơn vị, lĩnh vực'), widths: [60] },
      { name: 'Phiếu', ...(await factRows(record)), widths: [22, 14, 36, 26, 14, 18, 14, 24, 24, 24, 14] },
      { name: 'Nguồn', ...sourceRows(report, record), widths: [34, 90] },
    ];
    return writeXlsx(...sheets.map((one): Sheet => ({ ...one, wraps: 'head', landscape: true, sticksHead: true })));
  }
}

function indicatorRows({ rules, indicators, now, before }: ReportRecord): Rows {
  const version = rules.indicators;
  return {
    head: ['Chỉ tiêu', 'Kỳ này', 'Kỳ trước', 'Tăng, giảm', 'Định nghĩa', 'Căn cứ'],
    rows: indicators.map(({ code, name, definition, source }) => [
      name,
      numberWords(version, code, now.figures.total) ?? '',
      numberWords(version, code, before.figures.total) ?? '',
      changeWords(version, code, now.figures.total, before.figures.total) ?? '',
      definition,
      source,
    ]),
  };
}

function tableRows(record: ReportRecord, dimension: Dimension, heading: string): Rows {
  const { rules, now } = record;
  const { counts } = indicatorsOf(rules.indicators);
  const line = (name: string, cell: Cell): SheetRow => [name, ...counts.map(({ code }) => cell[code] ?? 0)];
  const cells = Object.entries(now.figures.by[dimension]).map(([value, cell]) => ({
    name: nameIn(record.names, dimension, value),
    cell,
  }));
  cells.sort((one, other) => one.name.localeCompare(other.name, 'vi'));
  const total = dimension === 'ground' ? [] : [line('Tổng', now.figures.total)];
  return {
    head: [heading, ...counts.map(({ name }) => name)],
    rows: [...cells.map(({ name, cell }) => line(name, cell)), ...total],
  };
}

const FACT_WORDS = { matter: 'Phiếu', rating: 'Đánh giá', publication: 'Công khai', extension: 'Gia hạn' } as const;

async function factRows(record: ReportRecord): Promise<Rows> {
  const cells = (fact: Fact): SheetRow => [
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
  return {
    head: [
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
    ],
    rows: await inTurns(stepsOf(record.now.facts, cells)),
  };
}

function sourceRows(report: ReportEntity, { rules }: ReportRecord): Rows {
  return {
    head: ['Mục', 'Nội dung'],
    rows: [
      ['Kỳ báo cáo', periodName(report)],
      ['Chốt số liệu đến trước (UTC)', report.cutAt.toISOString()],
      ['Bản chỉ tiêu', String(rules.indicators)],
      ['Bộ thời hạn có hiệu lực', `bản ${rules.policy}`],
      ['Bộ thời hạn của các phiếu', rules.policiesOfTickets.map((version) => `bản ${version}`).join(', ')],
      ['Lịch làm việc', `bản ${rules.calendar}`],
      ['Tình trạng', report.frozenHash === null ? 'chưa chốt' : 'đã chốt'],
    ],
  };
}
