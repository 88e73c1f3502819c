import { Injectable } from '@nestjs/common';
import { writeXlsx, type Sheet } from '../../files/index.js';
import type { Actor } from '../../kernel/actor.js';
import { isoInVietnam } from '../../kernel/civil-date.js';
import { NameQueries } from '../../organisation/index.js';
import { inPieces } from '../../platform/database/in-pieces.js';
import type { OpenReceipt } from '../persistence/circular-queries.js';
import { CircularReader, type UnitProgress } from './circular-reader.js';
import { dayWords } from './circular-words.js';

interface Column<Row> {
  readonly heading: string;
  readonly width: number;
  readonly value: (row: Row) => string | number;
}

/** Of one reading; an agency has some hundreds of units and some thousand people. */
const ROWS = 100_000;

/** How far a circular has come, as a workbook: unit by unit, and who has not acknowledged it. */
@Injectable()
export class CircularSheet {
  constructor(
    private readonly reader: CircularReader,
    private readonly names: NameQueries,
  ) {}

  /** @throws DomainError `not-found` */
  async xlsx(actor: Actor, id: string): Promise<Buffer> {
    const { units } = await this.reader.progress(actor, id, { after: 0, size: ROWS, onlyOwing: false });
    const { rows } = await this.reader.open(actor, id, { unitId: null, after: 0, size: ROWS });
    const unitNames = new Map(
      await inPieces(
        [...new Set([...units.map(({ unit }) => unit.unitId), ...rows.map(({ unitId }) => unitId)])],
        async (ids) => [...(await this.names.units(ids))],
      ),
    );
    const people = new Map(
      await inPieces(
        rows.map(({ staffId }) => staffId),
        async (ids) => [...(await this.names.people(ids))],
      ),
    );
    const nameOf = (unitId: string): string => unitNames.get(unitId) ?? '';
    return writeXlsx(
      sheetOf('Theo đơn vị', units, unitColumns(nameOf)),
      sheetOf(
        'Chưa xác nhận',
        rows,
        personColumns(nameOf, (staffId) => people.get(staffId)?.fullName ?? ''),
      ),
    );
  }
}

function unitColumns(nameOf: (unitId: string) => string): readonly Column<UnitProgress>[] {
  return [
    { heading: 'Đơn vị', width: 42, value: ({ unit }) => nameOf(unit.unitId) },
    { heading: 'Phải xác nhận', width: 14, value: ({ counts }) => counts.open + counts.acknowledged },
    { heading: 'Đã xác nhận', width: 14, value: ({ counts }) => counts.acknowledged },
    { heading: 'Chưa xác nhận', width: 14, value: ({ counts }) => counts.open },
    { heading: 'Số người đã được phổ biến', width: 24, value: ({ unit }) => unit.peopleTold ?? '' },
    { heading: 'Ngày phổ biến', width: 14, value: ({ unit }) => (unit.toldOn === null ? '' : dayWords(unit.toldOn)) },
    { heading: 'Người xác nhận', width: 26, value: ({ unit }) => unit.confirmedByName ?? '' },
    { heading: 'Biên bản', width: 30, value: ({ unit }) => unit.minutesName ?? '' },
  ];
}

function personColumns(
  unitName: (unitId: string) => string,
  personName: (staffId: string) => string,
): readonly Column<OpenReceipt>[] {
  return [
    { heading: 'Đơn vị', width: 42, value: ({ unitId }) => unitName(unitId) },
    { heading: 'Họ và tên', width: 28, value: ({ staffId }) => personName(staffId) },
    {
      heading: 'Mở đọc lúc',
      width: 28,
      value: ({ readAt }) => (readAt === null ? 'Chưa mở' : isoInVietnam(readAt)),
    },
  ];
}

function sheetOf<Row>(name: string, rows: readonly Row[], columns: readonly Column<Row>[]): Sheet {
  return {
    name,
    head: columns.map(({ heading }) => heading),
    rows: rows.map((row) => columns.map(({ value }) => value(row))),
    widths: columns.map(({ width }) => width),
    wraps: 'rows',
    landscape: true,
    sticksHead: true,
  };
}
