import { civilDate } from '../../kernel/civil-date.js';
import type { ListCell } from './list-cells.js';
import { readUnitRows, UNIT_COLUMNS, type ListedUnit } from './unit-rows.js';

const today = civilDate('2026-03-18');
const HEADINGS = UNIT_COLUMNS.map(({ heading }) => heading);

function unit(change: Partial<ListedUnit> & Pick<ListedUnit, 'id' | 'code' | 'name' | 'kind'>): ListedUnit {
  return {
    symbol: change.code,
    parentId: 'ld',
    validFrom: null,
    validTo: null,
    successorId: null,
    address: null,
    website: null,
    email: null,
    phone: null,
    ...change,
  };
}

const units = [
  unit({ id: 'ld', code: 'LD', name: 'Lãnh đạo Sở', kind: 'leadership', parentId: null }),
  unit({ id: 'nv', code: 'NuiVoi', name: 'Trường THPT Núi Voi', kind: 'school', phone: '0225 3000 123' }),
  unit({ id: 'old', code: 'Cu', name: 'Trường THPT Cũ', kind: 'school', validTo: civilDate('2025-06-30') }),
];

const read = (...body: readonly (readonly ListCell[])[]) => {
  const reading = readUnitRows([HEADINGS, ...body], { units, today });
  if (!reading.ok) throw new Error(reading.flaw);
  return reading.rows;
};
const only = (...cells: readonly ListCell[]) => {
  const [row] = read(cells);
  if (row === undefined) throw new Error('No row.');
  return row;
};

describe('a list of units', () => {
  it('a new unit stands under the head of the agency, from today, with its code as symbol', () => {
    expect(only('DinhVu', 'Trường THPT Đình Vũ', '', 'truong')).toMatchObject({
      line: 2,
      unitId: null,
      flaws: [],
      changes: [],
      draft: { symbol: 'DinhVu', kind: 'school', parentId: 'LD', validFrom: today },
    });
  });

  it('a known unit is told by its code, and an empty cell leaves what is known', () => {
    const row = only('nuivoi', 'Trường THPT Núi Voi', '', 'Trường', '', '', 'Số 1 Lê Duẩn');
    expect(row).toMatchObject({ unitId: 'nv', flaws: [], changes: ['Địa chỉ'], draft: { phone: '0225 3000 123' } });
    expect(only('NuiVoi', 'Trường THPT Núi Voi', '', 'Trường').changes).toEqual([]);
  });

  it('a unit of a row before may stand above, one of a row after may not', () => {
    const division = ['VHXH-KienAn', 'Phòng Văn hóa - Xã hội phường Kiến An', '', 'Phòng Văn hóa - Xã hội cấp xã'];
    const school = ['TH-KienAn', 'Trường Tiểu học Kiến An', '', 'Trường', 'VHXH-KienAn'];
    expect(read(division, school).map(({ flaws }) => flaws.length)).toEqual([0, 0]);
    expect(read(school, division).map(({ flaws }) => flaws.length)).toEqual([1, 0]);
  });

  it.each([
    ['a kind nobody knows', ['A', 'Trường A', '', 'Xí nghiệp'], 'Loại: Chọn loại đơn vị.'],
    [
      'a mail that is none',
      ['A', 'Trường A', '', 'Trường', '', '', '', '', 'vanthu@'],
      'Thư điện tử: Thư điện tử chưa',
    ],
    ['a day that does not exist', ['A', 'Trường A', '', 'Trường', '', '31/02/2026'], 'Hoạt động từ ngày: “31/02/2026”'],
    ['a closed unit', ['Cu', 'Trường THPT Cũ', '', 'Trường'], 'Mã: Trường THPT Cũ đã ngừng hoạt động.'],
    ['a code with blanks', ['A B', 'Trường A', '', 'Trường'], 'Mã: Mã gồm chữ, số'],
    ['an unknown unit above', ['A', 'Trường A', '', 'Trường', 'Khong'], 'Mã đơn vị cấp trên: Chọn'],
    ['no name', ['A', '', '', 'Trường'], 'Tên đơn vị: Ghi tên đơn vị.'],
    [
      'a page that is no page',
      ['A', 'Trường A', '', 'Trường', '', '', '', 'javascript:alert(1)'],
      'Trang thông tin: Ghi',
    ],
  ])('names %s with its column', (_rule, cells, flaw) => {
    expect(only(...cells).flaws).toEqual([expect.stringContaining(flaw)]);
  });

  it('a doubled code is named with the row that has it, however it is written', () => {
    const [, second] = read(['A', 'Trường A', '', 'Trường'], ['a', 'Trường khác', '', 'Trường']);
    expect(second?.flaws).toEqual(['Mã: trùng với dòng 2.']);
  });

  it('takes days and telephones as spreadsheets keep them', () => {
    const day = { wallClock: new Date('2025-07-01T00:00:00Z') };
    const { draft } = only('A', 'Trường A', '', 'Trường', '', day, '', '', '', { number: '2253000123' });
    expect(draft).toMatchObject({ validFrom: '2025-07-01', phone: '02253000123' });
  });

  it('a file without its columns says which', () => {
    expect(readUnitRows([['Mã', 'Tên']], { units, today })).toEqual({
      ok: false,
      flaw: expect.stringContaining('chưa thấy cột: Tên đơn vị, Loại') as string,
    });
  });
});
