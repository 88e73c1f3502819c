import { Injectable } from '@nestjs/common';
import { writeXlsx } from '../../files/index.js';
import { OfficerDirectory, type DirectoryQuestion, type ListedOfficer, type ListedUnit } from './officer-directory.js';

type Row = readonly [unit: ListedUnit, officer: ListedOfficer | null];

interface Column {
  readonly heading: string;
  readonly width: number;
  readonly text: (...row: Row) => string;
}

/** Columns of the directory as it is published (source letter, part 3). */
const COLUMNS: readonly Column[] = [
  { heading: 'Đơn vị', width: 40, text: ({ unit }) => unit.name },
  { heading: 'Địa chỉ', width: 40, text: ({ unit }) => unit.address ?? '' },
  { heading: 'Trang thông tin', width: 28, text: ({ unit }) => unit.website ?? '' },
  {
    heading: 'Cán bộ đầu mối',
    width: 28,
    text: (_unit, officer) => (officer === null ? 'Chưa có' : `${officer.person.honorific} ${officer.person.fullName}`),
  },
  { heading: 'Chức vụ', width: 24, text: (_unit, officer) => officer?.person.position ?? '' },
  { heading: 'Điện thoại', width: 18, text: (_unit, officer) => officer?.phone ?? '' },
  { heading: 'Thư điện tử', width: 34, text: (_unit, officer) => officer?.email ?? '' },
  {
    heading: 'Phụ trách từ',
    width: 14,
    text: (_unit, officer) => officer?.since?.split('-').toReversed().join('/') ?? '',
  },
];

/** The directory as a workbook, for the units and for the city. */
@Injectable()
export class DirectorySheet {
  constructor(private readonly directory: OfficerDirectory) {}

  async xlsx(question: DirectoryQuestion = {}): Promise<Buffer> {
    const rows = (await this.directory.list(question)).flatMap((unit): Row[] =>
      unit.officers.length === 0 ? [[unit, null]] : unit.officers.map((officer) => [unit, officer]),
    );
    return writeXlsx({
      head: COLUMNS.map(({ heading }) => heading),
      rows: rows.map((row) => COLUMNS.map(({ text }) => text(...row))),
      widths: COLUMNS.map(({ width }) => width),
      wraps: 'rows',
      landscape: true,
      sticksHead: true,
    });
  }
}
